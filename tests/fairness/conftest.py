"""A process that employees write to, and a leader who answers for it."""

from typing import Any

import pytest

from samspil.core.roles import Role
from samspil.fairness.models import FairnessTrial, Why
from samspil.people.models import Colleague
from samspil.work.models import Process
from tests.factories import MONDAY_9, make_colleague, make_process


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


def trial(process: Process, **changed: object) -> FairnessTrial:
    """A trial as it would be kept, without the work."""
    kept = {
        "process": process, "why": Why.MONTH, "version": "1", "learned": "triage hr", "seed": 1,
        "made_up": 36, "real": 0, "at": MONDAY_9,
        "counts": [
            {"kind": "age", "n": 36, "changed": 20}, {"kind": "weekday", "n": 36, "changed": 1},
        ],
        "beyond": ["age"],
    }  # fmt: skip
    return FairnessTrial.objects.create(**{**kept, **changed})
