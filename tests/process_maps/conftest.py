"""A leader who draws maps, an employee who looks at them, and a map."""

import pytest

from samspil.core.roles import Role
from samspil.people.models import Colleague
from samspil.process_maps.models import ProcessMap
from tests.factories import make_colleague
from tests.process_maps.arranging import drawn


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader."""
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def emil(organisation: object) -> Colleague:
    """An employee."""
    return make_colleague(Role.EMPLOYEE, name="Emil Sand")


@pytest.fixture
def inquiries(lene: Colleague) -> ProcessMap:
    """Receive, Decide, Answer."""
    return drawn(lene)
