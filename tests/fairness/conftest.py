"""A process that employees write to, and a leader who answers for it."""

from typing import Any

import pytest

from samspil.core.roles import Role
from samspil.people.models import Colleague
from samspil.work.models import Process
from tests.factories import make_colleague, make_process


@pytest.fixture(autouse=True)
def words_only(settings: Any) -> None:
    """Sorting goes by words, as it does where nobody switched the embedding on."""
    settings.EMBEDDING = False


@pytest.fixture
def hr(organisation: object) -> Process:
    """Questions to HR."""
    return make_process(name="HR", starter="hr")


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader."""
    return make_colleague(Role.LEADER, name="Lene Krogh")
