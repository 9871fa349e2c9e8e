"""How fast the pages are when there is much: at 100,000 cases, one in ten of them waiting.

Each page is asked for through the whole of Django (middleware, session, templates), warm, signed
in as a reviewer; the network is left out. Run `python -m bench.web`.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta

from bench import place
from bench.report import Row, at_least, at_most, main
from bench.triage import found

STATEMENTS = 12
P95_MS = 60
CLAIMS = 2_000
PEOPLE = 8
BATCH = 5_000


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    place.fresh_home()
    organisation, process = found(organisation_model="supervised")
    small = _pages(organisation, process, cases=1_000, tries=40)
    large = _pages(organisation, process, cases=10_000 if quick else 100_000, tries=60)
    for name, (seconds, statements, cases) in large.items():
        yield at_most(
            f"{name} at {cases:,} cases, p95 (baseline: 1,000)",
            "ms",
            1000 * seconds,
            goal=P95_MS,
            baseline=1000 * small[name][0],
        )
        yield at_most(
            f"{name} at {cases:,} cases (baseline: 1,000)",
            "statements",
            statements,
            goal=STATEMENTS,
            baseline=small[name][1],
        )
    yield from _claims(count=400 if quick else CLAIMS)


def _pages(organisation, process, *, cases: int, tries: int) -> dict[str, tuple[float, int, int]]:
    from django.test import Client

    from samspil.people.models import Colleague
    from samspil.tenancy.actions import enter
    from samspil.work.queries import queue_of

    with enter(organisation):
        _fill(process, cases=cases)
        person = Colleague.objects.get()
        assert person.user is not None
        some = [str(case.public_id) for case in queue_of(person)[:tries]]
    client = Client(SERVER_NAME="localhost")
    client.force_login(person.user)
    asked: dict[str, Callable[[int], str]] = {
        "queue": lambda _: "/work/",
        "case": lambda number: f"/work/{some[number % len(some)]}/",
        "Today": lambda _: "/",
        "search": lambda number: f"/work/search/?q=card{number % 3}",
    }
    return {name: (*_timed(client, path, tries=tries), cases) for name, path in asked.items()}


def _timed(client, path: Callable[[int], str], *, tries: int) -> tuple[float, int]:
    """The 95th percentile in seconds, and the most statements that one page took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(path(0))
    seconds, statements = [], 0
    for number in range(tries):
        began = time.perf_counter()
        answer = client.get(path(number))
        seconds.append(time.perf_counter() - began)
        assert answer.status_code == 200, f"{path(number)}: {answer.status_code}"
    with CaptureQueriesContext(connection) as captured:
        client.get(path(1))
    statements = len(captured)
    return sorted(seconds)[int(tries * 0.95)], statements


def _fill(process, *, cases: int) -> None:
    """Add cases until there are so many, one in ten of them waiting, the others closed."""
    from samspil.work.models import Case

    here = Case.objects.count()
    while here < cases:
        batch = range(here, min(here + BATCH, cases))
        _add(process, batch, waiting_every=10)
        here = batch.stop


def _add(process, numbers: range, *, waiting_every: int) -> None:
    """Write cases as routing and deciding leave them."""
    from samspil.core.lifecycle import Stage
    from samspil.work.models import Case, Direction, Message
    from samspil.work.queries import team_of_level

    texts = place.messages(1_000)
    now = datetime.now(UTC)
    team = team_of_level(process)["1"]

    def closed(number: int) -> bool:
        return number % waiting_every != 0

    made = Case.objects.bulk_create(
        Case(
            process=process,
            external_id=f"w{number}",
            subject=texts[number % 1_000][:80],
            stage=Stage.CLOSED if closed(number) else Stage.WAITING,
            closed_at=now if closed(number) else None,
            route="together",
            reason="not_certified",
            level="1",
            topic="delivery_status",
            language="en",
            confidence=0.9,
            risk=(number % 97) / 100,
            team_id=team,
            opened_at=now - timedelta(minutes=number % 100_000),
            routed_at=now,
            due_at=now + timedelta(minutes=number % 1_000),
        )
        for number in numbers
    )
    Message.objects.bulk_create(
        Message(
            case=case,
            direction=Direction.IN,
            at=case.opened_at,
            text=texts[number % 1_000],
            sender="kunde@example.com",
        )
        for number, case in zip(numbers, made, strict=True)
    )


def _claims(*, count: int) -> Iterator[Row]:
    """Eight people claim from one queue at once until it is empty."""
    from django.db import connection

    from samspil.core.roles import Role
    from samspil.people.actions import form_team, take_on
    from samspil.tenancy.actions import enter
    from samspil.work import actions
    from samspil.work.models import ProcessTeam

    organisation, process = found(organisation_model="supervised")
    with enter(organisation):
        people = [
            take_on(
                name=f"P{n}", email=f"p{n}-{organisation.pk}@example.com", roles=[Role.REVIEWER]
            )
            for n in range(PEOPLE)
        ]
        team = form_team(name="Claimers", members=people)
        ProcessTeam.objects.update(team=team)
        _add(process, range(count), waiting_every=1)
    got: list[int] = []

    def claim_all(person) -> None:
        with enter(organisation):
            while (case := actions.claim_next(by=person, at=datetime.now(UTC))) is not None:
                got.append(case.pk)
        connection.close()

    threads = [threading.Thread(target=claim_all, args=(person,)) for person in people]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    yield at_least(
        f"claimed once each by {PEOPLE} people of {count:,}",
        "cases",
        len(set(got)) - (len(got) - len(set(got))),
        goal=count,
        baseline=None,
    )
    yield Row(name="claims a second, eight people", unit="claims/s", value=len(got) / seconds)


if __name__ == "__main__":
    main(measure, description=__doc__)
