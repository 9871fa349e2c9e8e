"""Two people who decide questions in office hours, one of whom leads."""

import pytest

from samspil.core.opening_hours import read_hours
from samspil.core.roles import Role
from samspil.people.models import Colleague
from samspil.work import actions
from samspil.work.models import Process
from tests.factories import MONDAY_9, make_colleague, make_process, make_team

OFFICE = read_hours([[["09:00", "17:00"]]] * 5 + [[], []])


@pytest.fixture
def anna(organisation: object) -> Colleague:
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def bo(organisation: object) -> Colleague:
    return make_colleague(Role.REVIEWER, name="Bo Lund")


@pytest.fixture
def process(anna: Colleague, bo: Colleague) -> Process:
    made = make_process(team=make_team(anna, bo), name="Questions")
    zone = "Europe/Copenhagen"
    actions.set_hours(None, hours=OFFICE, country="", zone=zone, by=anna, at=MONDAY_9)
    return made
