"""A leader who compares, options laid out, and a budget."""

from datetime import date
from decimal import Decimal

import pytest

from samspil.allocation.actions import Expected, estimate, judge
from samspil.allocation.actions import Said as Judged
from samspil.audit.models import Audit, Figures, Task
from samspil.core.allocation.portfolio import Part, Range
from samspil.core.roles import Role
from samspil.core.scenarios.budget import Kind
from samspil.core.scenarios.comparing import Assumption
from samspil.core.scenarios.guessing import Guess
from samspil.people.models import Colleague
from samspil.scenarios.actions import (
    Planned,
    Said,
    Wanted,
    Year,
    add_line,
    add_option,
    begin_budget,
    begin_comparison,
    spend,
)
from samspil.scenarios.models import Budget, BudgetLine, Comparison
from samspil.scenarios.queries import comparison_at
from tests.allocation.conftest import FREE, ROUTINE, listed
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


def a_budget(by: Colleague) -> tuple[Budget, BudgetLine]:
    """A year from January 2026 for 20 people: licences, of which January is paid, and training."""
    year = Year(
        name="2026", currency="DKK", hour_cost=Decimal(400), first_month=date(2026, 1, 15),
        people=20, hours=Guess(low=40, likely=60, high=80),
        months=Guess(low=1, likely=2, high=4),
    )  # fmt: skip
    made = begin_budget(year, by=by, at=MONDAY_9)
    plan = Guess(low=60_000, likely=72_000, high=96_000)
    licences = Planned(kind=Kind.LICENCES, name="Licences", plan=plan)
    line = add_line(made, licences, by=by, at=MONDAY_9)
    spend(line, {1: Decimal("6100.50")}, seen=1, by=by, at=MONDAY_9)
    hours = Planned(
        kind=Kind.TRAINING, name="Training", plan=Guess(low=50, likely=80, high=120), once=True
    )
    add_line(made, hours, by=by, at=MONDAY_9)
    return made, line


def estimated(by: Colleague, *, saved: tuple[float, float]) -> Task:
    """A routine task of ten hours a week, of which so much would be saved."""
    task = listed("Book invoices", by=by)
    judge(task, Judged(criteria=ROUTINE, touch=FREE), by=by, at=MONDAY_9)
    low, high = saved
    expected = Expected(
        saved=Range(low=low, high=high), days=Range(low=2, high=4), money=Range(low=0, high=100),
        risk=1, part=Part.AUTOMATE,
    )  # fmt: skip
    estimate(task, expected, by=by, at=MONDAY_9)
    audit = Audit.objects.create(
        name="Spring", opens=date(2026, 1, 1), closes=date(2026, 1, 9), by=by, at=MONDAY_9,
        settled_at=MONDAY_9,
    )  # fmt: skip
    Figures.objects.create(audit=audit, task=task, people=5, hours=10, times=5, minutes=3)
    return task
