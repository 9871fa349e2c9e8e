"""A leader who compares, and options laid out."""

from decimal import Decimal

import pytest

from samspil.core.roles import Role
from samspil.core.scenarios.comparing import Assumption
from samspil.core.scenarios.guessing import Guess
from samspil.people.models import Colleague
from samspil.scenarios.actions import Said, Wanted, add_option, begin_comparison
from samspil.scenarios.models import Comparison
from samspil.scenarios.queries import comparison_at
from tests.factories import MONDAY_9, make_colleague

POINTS = {
    Assumption.ONE_OFF: (20_000, 30_000, 60_000),
    Assumption.RUNNING: (1_000, 1_500, 2_500),
    Assumption.HOURS: (10, 25, 40),
    Assumption.MONTHS: (1, 2, 6),
    Assumption.SHARE: (0.3, 0.6, 0.9),
}


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader."""
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def emil(organisation: object) -> Colleague:
    """An employee."""
    return make_colleague(Role.EMPLOYEE, name="Emil Sand")


def said(name: str, **changed: tuple[float, float, float] | None) -> Said:
    """What is said of an option; None takes an assumption out."""
    points = {**POINTS, **{Assumption(key): each for key, each in changed.items()}}
    guesses = {
        key: Guess(low=each[0], likely=each[1], high=each[2])
        for key, each in points.items()
        if each is not None
    }
    return Said(name=name, guesses=guesses, risk="Prices go up.")


@pytest.fixture
def tools(lene: Colleague) -> Comparison:
    """Tool A or B: B costs less to begin with, and saves fewer hours."""
    wanted = Wanted(name="Tool A or B", currency="DKK", hour_cost=Decimal(400))
    made = begin_comparison(wanted, by=lene, at=MONDAY_9)
    add_option(made, said("Tool A"), by=lene, at=MONDAY_9)
    cheap = said("Tool B", one_off=(0, 5_000, 10_000), hours=(10, 15, 20))
    add_option(made, cheap, by=lene, at=MONDAY_9)
    return comparison_at(made.public_id)
