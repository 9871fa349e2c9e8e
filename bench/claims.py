"""Eight people claim from one queue at once until it is empty: nobody gets what another has.

Nobody gets a case of the closed process either: what may be claimed is what a leader's queue holds.
"""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bench.lived import fill, found_company
from bench.report import Row, at_least

PEOPLE = 8


def claims(database: str, *, count: int) -> Iterator[Row]:
    """How many cases were claimed once and only once, and how fast."""
    from samspil.core.roles import Role
    from samspil.people.actions import take_on
    from samspil.tenancy.actions import enter
    from samspil.work.queries import queue_of

    company = found_company(f"Claims {time.time_ns()}")
    with enter(company.organisation):
        fill(company, cases=10 * count)
        people = [
            take_on(name=f"P{n}", email=f"p{n}@{time.time_ns()}.example", roles=[Role.LEADER])
            for n in range(PEOPLE)
        ]
        awake = queue_of(people[0]).count()
    began = time.perf_counter()
    got = _claimed_at_once(company.organisation, people)
    seconds = time.perf_counter() - began
    yield at_least(
        f"{database}: claimed once each by {PEOPLE} people of {awake:,}",
        "cases",
        len(set(got)) - (len(got) - len(set(got))),
        goal=awake,
        baseline=None,
    )
    name = f"{database}: claims by eight people at once"
    yield Row(name=name, unit="claims/s", value=len(got) / seconds)


def _claimed_at_once(organisation: Any, people: list[Any]) -> list[int]:
    from django.db import connection

    from samspil.tenancy.actions import enter
    from samspil.work import actions

    got: list[int] = []

    def claim_all(person: Any) -> None:
        with enter(organisation):
            while (case := actions.claim_next(by=person, at=datetime.now(UTC))) is not None:
                got.append(case.pk)
        connection.close()

    threads = [threading.Thread(target=claim_all, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got
