"""A process, the people around it, and an initiative that lacks nothing for its pilot."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from samspil.allocation.actions import Said, judge
from samspil.audit.actions import Wanted, add_task
from samspil.audit.models import Task
from samspil.core.ai_act.facts import Question
from samspil.core.allocation.divisions import Division
from samspil.core.pipeline.accepting import laid_down
from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.stopping import Measure
from samspil.core.roles import Role
from samspil.core.skill import Senders
from samspil.measures.actions import Measured, record_baseline
from samspil.measures.models import How
from samspil.people.models import Colleague, Team
from samspil.pipeline.actions import NewWork, Plan, accept, make_initiative
from samspil.pipeline.models import Initiative
from samspil.uses import actions as uses
from samspil.work.actions import propose_and_route
from samspil.work.models import Case, Process
from samspil.work.queries import use_in
from tests.allocation.conftest import FREE, ROUTINE
from tests.factories import MONDAY_9, make_case, make_colleague, make_process, make_team

TODAY = MONDAY_9.date()


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader, who answers for it."""
    return make_colleague(Role.LEADER, Role.DATA_PROTECTION, name="Lene Krogh")


@pytest.fixture
def emil(organisation: object) -> Colleague:
    """Who evaluates it."""
    return make_colleague(Role.EMPLOYEE, name="Emil Holm")


@pytest.fixture
def process(organisation: object) -> Process:
    """A line of work."""
    return make_process(name="Returns")


def a_plan(process: Process | None, owner: Colleague, evaluator: Colleague | None) -> Plan:
    """A plan in which nothing is missing."""
    return Plan(
        name="Returns sorted by AI",
        aim="Answer returns on the same day.",
        owner=owner,
        process=process,
        evaluator=evaluator,
        criteria="Half an hour less for each case, with no more errors.",
        starts_on=TODAY,
        ends_on=date(2026, 6, 30),
        pilot=Arrangement(organisation_model="complementary", judge_first=0.25),
        participants=[owner],
        stops={Measure.AGREEMENT: 0.6, Measure.COMPLAINTS: 0.1},
    )


def record(process: Process, by: Colleague, *, cases: int = 40) -> None:
    """A baseline, measured by hand."""
    measured = Measured(
        how=How.BY_HAND, note="Timed.", cases=cases, minutes=12.0, low=8.0, high=20.0, errors=4,
        looked_at=cases, since=date(2026, 1, 5), until=date(2026, 1, 16),
    )  # fmt: skip
    record_baseline(process, measured, by=by, at=MONDAY_9)


def settle(process: Process, by: Colleague) -> None:
    """What the law asks is settled, people are told, and somebody trained watches over it."""
    thing = use_in(process)
    answers = tuple((one, False) for one in Question)
    uses.settle(thing, uses.Said(answers=answers), by=by, at=MONDAY_9)
    uses.record_about(
        thing, uses.Record(people_told=TODAY, people_told_how="By mail."), by=by, at=MONDAY_9
    )
    uses.name_overseers(thing, [by], by=by, at=MONDAY_9)
    uses.note_trained(thing, by, what="AI here", day=TODAY, by=by, at=MONDAY_9)


@pytest.fixture
def ready(process: Process, lene: Colleague, emil: Colleague) -> Initiative:
    """An initiative that lacks nothing for its pilot."""
    record(process, lene)
    settle(process, lene)
    return make_initiative(a_plan(process, lene, emil), by=lene, at=MONDAY_9)


@pytest.fixture
def team(lene: Colleague) -> Team:
    """Who would take the cases."""
    return make_team(lene, name="Returns desk")


@pytest.fixture
def task(lene: Colleague) -> Task:
    """A routine task: AI proposes, and a person decides each time."""
    found = add_task(Wanted(title="Sort <returns>"), by=lene, at=MONDAY_9)
    judge(found, Said(criteria=ROUTINE, touch=FREE), by=lene, at=MONDAY_9)
    return found


@pytest.fixture
def new_work(team: Team) -> NewWork:
    """A process to be made for it."""
    return NewWork(team=team, senders=Senders.CUSTOMERS, starter="customer_service")


@pytest.fixture
def accepted(task: Task, new_work: NewWork, lene: Colleague, emil: Colleague) -> Initiative:
    """Accepted with a process of its own."""
    return accept(task, a_plan(None, lene, emil), work=new_work, by=lene, at=MONDAY_9)


def routed(process: Process) -> Case:
    """A case that arrives now, as it is routed."""
    case = make_case(process)
    propose_and_route([case.pk], at=MONDAY_9 + timedelta(hours=1))
    case.refresh_from_db()
    return case


@pytest.fixture
def followed(task: Task, process: Process, lene: Colleague, emil: Colleague) -> Initiative:
    """Accepted in a process that was there, with what follows from how it was divided; nothing is
    missing for its pilot."""
    record(process, lene)
    settle(process, lene)
    pilot, scale = laid_down(Division.TOGETHER)
    plan = replace(a_plan(process, lene, emil), pilot=pilot, scale=scale)
    return accept(task, plan, by=lene, at=MONDAY_9)
