"""What the page of who does which task costs on the server, with 2,000 tasks and with 20.

Each task has criteria, figures of a round and, every tenth, a move of a person. The page is asked
for as a browser does; the median of several times, in milliseconds. The baseline has 20 tasks.

    python -m bench.task_picture [--quick] [--json FILE]
"""

import time
from collections.abc import Iterable
from datetime import UTC, datetime
from statistics import median

from bench.place import fresh_home
from bench.report import Row, at_most, main

MANY, FEW, MOST_MS, TIMES = 2_000, 20, 200, 21
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - it is always quick
    """Yield every row."""
    fresh_home()
    from samspil.tenancy.actions import enter, found_organisation

    took = {}
    for many in (FEW, MANY):
        with enter(found_organisation(name=f"{many} tasks", at=AT)):
            took[many] = _milliseconds(_filled(many))
    name = f"page of who does what, {MANY:,} tasks (baseline: {FEW})"
    yield at_most(name, "ms", took[MANY], goal=MOST_MS, baseline=took[FEW])


def _filled(many: int) -> object:
    """A leader of a company with so many tasks."""
    from samspil.allocation.models import Judgement, Move
    from samspil.audit.models import Audit, Figures, Task
    from samspil.core.allocation.criteria import Criterion
    from samspil.core.roles import Role
    from tests.factories import make_colleague

    leader = make_colleague(Role.LEADER)
    tasks = Task.objects.bulk_create(
        Task(title=f"Task {number}", added_at=AT, listed_at=AT) for number in range(many)
    )
    day = AT.date()
    audit = Audit.objects.create(
        name="x", opens=day, closes=day, by=leader, at=AT, settled_at=AT
    )  # fmt: skip
    Judgement.objects.bulk_create(
        Judgement(
            task=task, by=leader, at=AT, about="nobody", decides=False, feels=False,
            criteria={
                one.value: 1 + (number * (place + 3)) % 5 for place, one in enumerate(Criterion)
            },
        )
        for number, task in enumerate(tasks)
    )  # fmt: skip
    Figures.objects.bulk_create(
        Figures(
            audit=audit, task=task, people=5, hours=number % 40, times=1, minutes=30,
            wish=1 + number % 5,
        )
        for number, task in enumerate(tasks)
    )  # fmt: skip
    Move.objects.bulk_create(
        Move(
            task=task, by=leader, at=AT, creative=0.7, contact=0.2, division="person_alone",
            suggested="together", why="x",
        )
        for task in tasks[::10]
    )  # fmt: skip
    return leader


def _milliseconds(leader: object) -> float:
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    client.force_login(leader.user)  # type: ignore[attr-defined]  # models are imported late
    session = client.session
    session["organisation"] = str(leader.organisation.public_id)  # type: ignore[attr-defined]
    session.save()
    client.get("/allocation/")
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        answer = client.get("/allocation/")
        took.append(1000 * (time.perf_counter() - began))
        assert answer.status_code == 200
    return median(took)


if __name__ == "__main__":
    main(measure, description=__doc__)
