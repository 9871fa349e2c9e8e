"""Colleagues at their browsers, in English."""

from collections.abc import Callable

import pytest
from django.test import Client

from samspil.people.models import Colleague
from tests.pages import english


@pytest.fixture
def browser_of(client_of: Callable[[Colleague], Client]) -> Callable[[Colleague], Client]:
    return lambda colleague: english(client_of(colleague))
