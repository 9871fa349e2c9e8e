"""A team of two in a process where people judge first, and their leader."""

import pytest

from samspil.core.roles import Role
from samspil.people.models import Colleague
from samspil.work.models import Process
from tests.factories import let_judge_first, make_colleague, make_process, make_team


@pytest.fixture
def anna(organisation: object) -> Colleague:
    return make_colleague(name="Anna Holm")


@pytest.fixture
def bo(anna: Colleague) -> Colleague:
    return make_colleague(name="Bo Lund")


@pytest.fixture
def lea(organisation: object) -> Colleague:
    return make_colleague(Role.LEADER, name="Lea Vang")


@pytest.fixture
def process(anna: Colleague, bo: Colleague, lea: Colleague) -> Process:
    process = make_process(team=make_team(anna, bo))
    let_judge_first(process, lea, second_look=True)
    return process
