"""One team, one process, a colleague, and an embedder that counts words."""

import pytest

from samspil.people.models import Colleague
from samspil.work.models import Process
from tests.embedders import CountsWords
from tests.factories import make_colleague, make_process, make_team


@pytest.fixture
def anna(organisation: object) -> Colleague:
    return make_colleague(name="Anna Holm")


@pytest.fixture
def process(anna: Colleague) -> Process:
    return make_process(team=make_team(anna, name="First line"), name="Customer service")


@pytest.fixture
def words() -> CountsWords:
    return CountsWords()
