"""How fast messages become routed cases, and how right the topics are.

End to end means: read from a file, masked, stored, journalled, looked at by AI in a background
worker, routed. With the embedding these messages are the worst case: the starter topics are not
theirs, so AI is unsure of nearly all and asks what each one means. Run `python -m bench.triage`.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench import place
from bench.report import Row, at_least, at_most, main
from bench.triage_accuracy import rows as accuracy


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    home = place.fresh_home()
    yield from _throughput(home, count=3_000 if quick else 12_000, alone=200)
    yield from _with_embedding(home, count=300 if quick else 1_000)
    yield from _latency(tries=50 if quick else 300)
    yield _hostile(signs=1_000_000)
    yield from accuracy(quick=quick)


def _throughput(home: Path, *, count: int, alone: int) -> Iterator[Row]:
    organisation, process = found(organisation_model="supervised")
    one_at_a_time = _one_at_a_time(organisation, process, count=alone)
    rate = _rate(home, organisation, process, count=count)
    yield at_least(
        f"messages from file to route, {count:,} messages",
        "messages/s",
        rate,
        goal=300,
        baseline=one_at_a_time,
    )


def _with_embedding(home: Path, *, count: int) -> Iterator[Row]:
    organisation, process = found(organisation_model="supervised")
    without = _rate(home, organisation, process, count=count)
    organisation, process = found(organisation_model="supervised")
    os.environ["SAMSPIL_EMBEDDING"] = "on"
    rate = _rate(home, organisation, process, count=count)
    os.environ["SAMSPIL_EMBEDDING"] = "off"
    name = f"the same with the embedding, {count:,} messages"
    yield Row(name=name, unit="messages/s", value=rate, baseline=without)


def _rate(home: Path, organisation, process, *, count: int) -> float:
    """Messages a second; 0 where one was lost or the journal is not whole."""
    from samspil.core.lifecycle import Stage
    from samspil.inbox.actions import bring_in
    from samspil.journal.queries import verify
    from samspil.tenancy.actions import enter
    from samspil.work.models import Case

    path = _message_file(home, count=count)
    with worker(), enter(organisation):
        _warm_up(process)
        before = Case.objects.count()
        began = time.perf_counter()
        bring_in(path, process=process, at=datetime.now(UTC), by=None)
        while Case.objects.filter(stage=Stage.ARRIVED).exists():
            time.sleep(0.02)
        seconds = time.perf_counter() - began
        whole = verify().whole and Case.objects.count() == before + count
    return count / seconds if whole else 0.0


def _one_at_a_time(organisation, process, *, count: int) -> float:
    from samspil.tenancy.actions import enter
    from samspil.work import actions
    from samspil.work.queries import skill_of

    with enter(organisation):
        skill_of(process).propose([])
        began = time.perf_counter()
        for text in place.messages(count):
            now = datetime.now(UTC)
            opened = actions.open_cases([actions.Arrival(text=text)], process=process, at=now)
            actions.propose_and_route([opened.cases[0].pk], at=now)
        return count / (time.perf_counter() - began)


def _latency(*, tries: int) -> Iterator[Row]:
    from samspil.tenancy.actions import enter
    from samspil.work import actions

    organisation, process = found(organisation_model="collaborative")
    seconds = []
    with enter(organisation):
        for text in place.messages(tries + 5):
            now = datetime.now(UTC)
            opened = actions.open_cases([actions.Arrival(text=text)], process=process, at=now)
            began = time.perf_counter()
            actions.propose_and_route([opened.cases[0].pk], at=now)
            seconds.append(time.perf_counter() - began)
    warm = sorted(seconds[5:])
    yield at_most(
        f"one message, job start to route, p95 of {tries}",
        "ms",
        1000 * warm[int(len(warm) * 0.95)],
        goal=150,
        baseline=1000 * statistics.median(warm),
    )


def _hostile(*, signs: int) -> Row:
    """The slowest of texts made to hold up the others, beside an ordinary one of full length."""
    from samspil.core.reading import MOST_CHARACTERS

    noises = ("a", "a ", "not not ", "I need \n", "😀", "é")
    ordinary = " ".join(place.messages(500))[:MOST_CHARACTERS]
    _look_ms("warm up")
    return at_most(
        f"AI's look at {signs:,} signs of noise, the slowest of {len(noises)}",
        "ms",
        max(_look_ms(noise * (signs // len(noise))) for noise in noises),
        goal=1000,
        baseline=_look_ms(ordinary),
    )


def _look_ms(text: str) -> float:
    from samspil.core.skill import Brief
    from samspil.skills.triage.skill import Triage

    began = time.perf_counter()
    Triage().propose([Brief(text=text)])
    return 1000 * (time.perf_counter() - began)


def found(
    *, organisation_model: str, starter: str = "customer_service", senders: str = "customers"
):
    """A company with one person, one team and one process on the starter topics of that name."""
    from samspil.core.roles import Role
    from samspil.core.routing import Level
    from samspil.core.skill import Senders
    from samspil.people.actions import form_team, take_on
    from samspil.tenancy.actions import enter, found_organisation
    from samspil.work import actions

    now = datetime.now(UTC)
    organisation = found_organisation(name=f"Bench {now.timestamp()}", at=now)
    with enter(organisation):
        person = take_on(
            name="Anna", email=f"anna{now.timestamp()}@example.com", roles=[Role.OWNER]
        )
        team = form_team(name="Everybody", members=[person])
        process = actions.make_process(
            name="Questions",
            organisation_model=organisation_model,
            teams=dict.fromkeys(Level, team),
            by=None,
            at=now,
            starter=starter,
            senders=Senders(senders),
        )
        actions.set_topics(process, actions.starter_topics(starter))
    return organisation, process


@contextmanager
def worker(slot: int = 1) -> Iterator[subprocess.Popen[bytes]]:
    """A real background worker beside this program."""
    command = [sys.executable, "-m", "django", "worker", "--slot", str(slot)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=60)


def _warm_up(process) -> None:
    from samspil.core.lifecycle import Stage
    from samspil.work import actions
    from samspil.work.models import Case

    arrival = actions.Arrival(text="Where is my order?")
    actions.open_cases([arrival], process=process, at=datetime.now(UTC))
    while Case.objects.filter(stage=Stage.ARRIVED).exists():
        time.sleep(0.02)


def _message_file(home: Path, *, count: int) -> Path:
    path = home / "messages.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(place.messages(count)):
            file.write(json.dumps({"id": f"m{number}", "text": text}) + "\n")
    return path


if __name__ == "__main__":
    main(measure, description=__doc__)
