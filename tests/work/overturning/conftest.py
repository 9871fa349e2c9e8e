import pytest

from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.work.models import Certificate
from tests.factories import make_colleague, make_process
from tests.work.overturning.arranging import climbed


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def bo(organisation):
    return make_colleague(Role.REVIEWER, name="Bo Dahl")


@pytest.fixture
def process(anna, bo):
    team = form_team(name="All", members=[anna, bo])
    return make_process(team=team, organisation_model="supervised")


@pytest.fixture
def supervised(process, anna):
    climbed(process, anna, times=2)
    Certificate.objects.update(threshold=0.0)
    return process
