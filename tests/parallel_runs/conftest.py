"""A process, the people of both ways, and a parallel run that draws every case."""

from datetime import datetime, timedelta

import pytest

from samspil.core.roles import Role
from samspil.parallel_runs import actions
from samspil.parallel_runs.models import Pair, ParallelRun
from samspil.people.models import Colleague
from samspil.work import actions as work
from samspil.work.models import Case, Process
from tests.factories import (
    MONDAY_9,
    ORDINARY,
    make_case,
    make_colleague,
    make_process,
    make_signed,
    make_team,
)

CAME = MONDAY_9 + timedelta(minutes=1)
DECIDED = MONDAY_9 + timedelta(minutes=20)


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader, who shares out work and decides none of it."""
    return make_colleague(Role.LEADER, Role.DATA_PROTECTION, name="Lene Krogh")


@pytest.fixture
def olga(organisation: object) -> Colleague:
    """Who does it the old way."""
    return make_colleague(name="Olga Old")


@pytest.fixture
def nils(organisation: object) -> Colleague:
    """Who does it the new way."""
    return make_colleague(name="Nils New")


@pytest.fixture
def sara(organisation: object) -> Colleague:
    """Who settles what differs."""
    return make_colleague(name="Sara Settles")


@pytest.fixture
def process(olga: Colleague) -> Process:
    """A line of work whose team is one who does it the old way."""
    return make_process(team=make_team(olga), name="Returns")


@pytest.fixture
def run(process: Process, lene: Colleague, nils: Colleague, sara: Colleague) -> ParallelRun:
    """A run that draws every case."""
    return start(process, lene, nils, sara)


def start(
    process: Process, lene: Colleague, nils: Colleague, sara: Colleague, **changed: object
) -> ParallelRun:
    """Begin a run that draws every case; `changed` terms."""
    terms = {"share": 1.0, "most": 50, "new": [nils], "settles": [sara], **changed}
    return actions.start_run(process, actions.Terms(**terms), by=lene, at=MONDAY_9)  # type: ignore[arg-type]  # what each test changes


def arrive(process: Process, text: str = ORDINARY) -> Case:
    """A case that came and was routed."""
    case = make_case(process, text)
    work.propose_and_route([case.pk], at=CAME)
    case.refresh_from_db()
    return case


def ai_would_finish(process: Process, lene: Colleague) -> None:
    """Let AI finish what it has any guess at."""
    process.organisation_model = "supervised"
    process.save(update_fields=["organisation_model"])
    make_signed(process, lene)


def old_way(
    case: Case, by: Colleague, *, topic: str = "delivery_status", answer: str = "It is on its way.",
    minutes: float = 12, at: datetime = DECIDED,
) -> None:  # fmt: skip
    """Somebody takes a case and decides it so many minutes later, without AI."""
    case.refresh_from_db()
    work.claim(case, by=by, at=at - timedelta(minutes=minutes))
    work.decide(case, answer=answer, topic=topic, by=by, at=at)


def new_way(
    run: ParallelRun, by: Colleague, *, topic: str = "delivery_status", text: str = "Tomorrow.",
    minutes: float = 4, at: datetime = DECIDED,
) -> Pair:  # fmt: skip
    """Somebody takes the next case the new way and answers so many minutes later."""
    pair = actions.take(run, "new", by=by, at=at)  # type: ignore[arg-type]  # the word of a part
    assert pair is not None
    later = at + timedelta(minutes=minutes)
    return actions.answer_new_way(pair, topic=topic, text=text, by=by, at=later)


def kept_run(case: Case, by: Colleague) -> tuple[ParallelRun, Pair]:
    """A run that drew just this case, as it is kept."""
    run = ParallelRun.objects.create(
        process=case.process, share=1, most=5, seed="ab" * 32, began_at=MONDAY_9, began_by=by
    )
    return run, Pair.objects.create(
        run=run, case=case, reason="parallel", would="together", drawn_at=MONDAY_9
    )
