"""A leader who asks, people in teams, and rounds in which they say what takes their time."""

from collections.abc import Sequence
from datetime import date

import pytest

from samspil.audit import actions
from samspil.audit.models import Audit, Sheet, Task
from samspil.core.audit import Given
from samspil.core.roles import Role
from samspil.people.models import Colleague, Team
from tests.factories import MONDAY_9, make_colleague, make_team

FRIDAY = date(2026, 3, 6)


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader."""
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def emil(organisation: object) -> Colleague:
    """An employee, in a team of his own."""
    found = make_colleague(Role.EMPLOYEE, name="Emil Sand")
    make_team(found, name="Accounts")
    return found


@pytest.fixture
def round_(lene: Colleague) -> Audit:
    """A round of this week that asks everybody."""
    return make_round(lene)


def make_round(by: Colleague, *, teams: Sequence[Team] = (), name: str = "Spring") -> Audit:
    """A round of this week."""
    return actions.open_audit(
        name, opens=MONDAY_9.date(), closes=FRIDAY, teams=teams, by=by, at=MONDAY_9
    )


def listed(title: str, *, by: Colleague) -> Task:
    """A task on the company's list."""
    return actions.add_task(actions.Wanted(title=title), by=by, at=MONDAY_9)


def answered(audit: Audit, who: Colleague, *tasks: Task, **said: object) -> Sheet:
    """A sheet that somebody handed in: each task once a week, an hour each time."""
    sheet = actions.begin_sheet(audit, by=who, at=MONDAY_9)
    for task in tasks:
        answer = actions.choose_task(sheet, task, at=MONDAY_9)
        given = {"title": task.title, "times": 1, "minutes": 60} | said
        actions.say(answer, Given(**given), at=MONDAY_9)  # type: ignore[arg-type]  # as told
    actions.hand_in(sheet, at=MONDAY_9)
    sheet.refresh_from_db()
    return sheet


def made_people(n: int, *, team: str = "") -> list[Colleague]:
    """So many employees, in one team where it is named."""
    people = [make_colleague(Role.EMPLOYEE) for _ in range(n)]
    if team:
        make_team(*people, name=team)
    return people
