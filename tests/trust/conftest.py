"""Colleagues at their browsers, in English, and who answers for data protection."""

from collections.abc import Callable

import pytest
from django.test import Client

from samspil.core.roles import Role
from samspil.people.models import Colleague
from tests.factories import make_colleague
from tests.pages import english


@pytest.fixture
def browser_of(client_of: Callable[[Colleague], Client]) -> Callable[[Colleague], Client]:
    return lambda colleague: english(client_of(colleague))


@pytest.fixture
def officer(organisation: object) -> Colleague:
    return make_colleague(Role.DATA_PROTECTION, name="Dorte Vagt")
