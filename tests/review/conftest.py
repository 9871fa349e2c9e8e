"""One team, one process, and a colleague at her browser."""

from collections.abc import Callable

import pytest
from django.test import Client

from samspil.people.models import Colleague, Team
from samspil.work.models import Process
from tests.factories import make_colleague, make_process, make_team
from tests.pages import english


@pytest.fixture
def anna(organisation: object) -> Colleague:
    return make_colleague(name="Anna Holm")


@pytest.fixture
def team(anna: Colleague) -> Team:
    return make_team(anna, name="First line")


@pytest.fixture
def process(team: Team) -> Process:
    return make_process(team=team, name="Customer service")


@pytest.fixture
def browser_of(client_of: Callable[[Colleague], Client]) -> Callable[[Colleague], Client]:
    """`browser_of(colleague)`: a browser of hers, in English."""
    return lambda colleague: english(client_of(colleague))


@pytest.fixture
def annas(anna: Colleague, browser_of: Callable[[Colleague], Client]) -> Client:
    return browser_of(anna)
