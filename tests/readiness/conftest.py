"""A leader who asks, an employee, and six others."""

from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from samspil.core.roles import Role
from samspil.people.models import Colleague
from tests.factories import make_colleague
from tests.readiness.arranging import make_people


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader."""
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def emil(organisation: object) -> Colleague:
    """An employee."""
    return make_colleague(Role.EMPLOYEE, name="Emil Sand")


@pytest.fixture
def six(organisation: object) -> list[Colleague]:
    """Six employees more."""
    return make_people(6)


@pytest.fixture
def letters(settings: Any, tmp_path: Path) -> Callable[[], dict[str, str]]:
    """Everything that was laid into the mail folder: to whom, and what."""
    settings.MAIL_FOLDER = tmp_path

    def read() -> dict[str, str]:
        found = [message_from_bytes(one.read_bytes(), policy=default) for one in tmp_path.iterdir()]
        return {str(one["To"]): one.get_content() for one in found}

    return read
