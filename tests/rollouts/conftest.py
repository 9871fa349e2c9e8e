"""A rollout of an initiative that is in its pilot, with a team of twelve and another of four."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from samspil.core.roles import Role
from samspil.core.rollouts.phases import Need
from samspil.core.rollouts.support import Urgency
from samspil.people.actions import form_team
from samspil.people.models import Colleague, Team
from samspil.pipeline import actions as pipeline
from samspil.pipeline.models import Initiative
from samspil.rollouts import actions
from samspil.rollouts.actions import Wanted, make_rollout
from samspil.rollouts.models import Rollout, TeamRollout
from samspil.rollouts.queries import place_at
from samspil.work.models import Process
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.pipeline.conftest import a_plan, record, settle

TODAY = MONDAY_9.date()
DAY = timedelta(days=1)


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader, who owns the rollout."""
    return make_colleague(Role.LEADER, Role.DATA_PROTECTION, name="Lene Krogh")


@pytest.fixture
def many(organisation: object) -> list[Colleague]:
    """Twelve colleagues of one team."""
    return [make_colleague(Role.REVIEWER, name=f"Colleague {place:02}") for place in range(12)]


@pytest.fixture
def service(many: list[Colleague]) -> Team:
    """The team of twelve."""
    return form_team(name="Service", members=many)


@pytest.fixture
def few(organisation: object) -> Team:
    """A team of four, of which nothing is told over time."""
    people = [make_colleague(Role.EMPLOYEE, name=f"Few {place}") for place in range(4)]
    return form_team(name="Stock", members=people)


@pytest.fixture
def process(service: Team) -> Process:
    """A line of work whose cases the team of twelve takes."""
    return make_process(name="Returns", team=service)


@pytest.fixture
def piloted(process: Process, lene: Colleague) -> Initiative:
    """An initiative that AI works by, as a pilot."""
    emil = make_colleague(Role.EMPLOYEE, name="Emil Holm")
    record(process, lene)
    settle(process, lene)
    made = pipeline.make_initiative(a_plan(process, lene, emil), by=lene, at=MONDAY_9)
    pipeline.open_gate(made, by=lene, at=MONDAY_9)
    made.refresh_from_db()
    return made


def wanted(lene: Colleague, *teams: Team) -> Wanted:
    """A plan for these teams."""
    return Wanted(owner=lene, starts_on=TODAY, training="AI in returns", teams=teams)


@pytest.fixture
def rollout(piloted: Initiative, lene: Colleague, service: Team, few: Team) -> Rollout:
    """Two teams, one after the other."""
    return make_rollout(piloted, wanted(lene, service, few), by=lene, at=MONDAY_9)


def part(rollout: Rollout, team: Team) -> TeamRollout:
    """The part of a team, as it is now."""
    one = TeamRollout.objects.get(rollout=rollout, team=team)
    return place_at(one.public_id)


def let_scale(initiative: Initiative) -> None:
    """It was let into Scale, whatever that took."""
    Initiative.objects.filter(pk=initiative.pk).update(stage="scale")


def lead_on(place: TeamRollout, lene: Colleague, *, to: str, at: datetime = MONDAY_9) -> None:
    """Let a team go on, for a reason where facts lack, until it is in this phase."""
    while (now := place_at(place.public_id)).phase != to:
        actions.begin_next(now, why="It is only a test.", by=lene, at=at)


def write(place: TeamRollout, need: Need, lene: Colleague) -> None:
    """Say that it was done."""
    actions.write_evidence(place, need, "Done on Monday.", by=lene, at=MONDAY_9)


def rolled_out(one: Initiative, owner: Colleague) -> tuple[Any, ...]:
    """An initiative, its rollout, a team's part, a request for help, and an answer for all."""
    Initiative.objects.filter(pk=one.pk).update(
        stage="scale", process=make_process(), live_at=MONDAY_9
    )
    one.refresh_from_db()
    plan = actions.Wanted(
        owner=owner, starts_on=MONDAY_9.date(), training="x", teams=[make_team(owner)]
    )
    rollout = actions.make_rollout(one, plan, by=owner, at=MONDAY_9)
    part = rollout.teams.get()
    asked = actions.ask_for_help(part, "x", urgency=Urgency.SOON, by=owner, at=MONDAY_9)
    answer = actions.write_for_all(part, question="x", answer="x", by=owner, at=MONDAY_9)
    return one, rollout, part, asked, answer
