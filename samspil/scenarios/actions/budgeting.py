"""Plan a year's money."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from samspil.core.scenarios.guessing import Guess
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.models import Budget

SEEDS = 2**31


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What is said of a budget; as in `Budget`. `hours` is None where the tasks say it."""

    name: str
    currency: str
    hour_cost: Decimal
    first_month: date
    people: int
    hours: Guess | None
    months: Guess


@transaction.atomic
def begin_budget(year: Year, *, by: Colleague, at: datetime) -> Budget:
    """Plan a year's money."""
    check_may_compare(by)
    made = Budget(made_at=at, **_of_year(year))
    made.seed = made.public_id.int % SEEDS
    made.save()
    note("budget_begun", "budget", made.public_id, by=by, at=at)
    return made


@transaction.atomic
def change_budget(budget: Budget, year: Year, *, by: Colleague, at: datetime) -> None:
    """Say otherwise what is planned."""
    check_may_compare(by)
    Budget.objects.filter(pk=budget.pk).update(**_of_year(year))
    note("budget_changed", "budget", budget.public_id, by=by, at=at)


@transaction.atomic
def remove_budget(budget: Budget, *, by: Colleague, at: datetime) -> None:
    """Take it from the list."""
    check_may_compare(by)
    if Budget.objects.filter(pk=budget.pk, removed_at__isnull=True).update(removed_at=at):
        note("budget_removed", "budget", budget.public_id, by=by, at=at)


@transaction.atomic
def restore_budget(budget: Budget, *, by: Colleague, at: datetime) -> None:
    """Put it back."""
    check_may_compare(by)
    if Budget.objects.filter(pk=budget.pk, removed_at__isnull=False).update(removed_at=None):
        note("budget_restored", "budget", budget.public_id, by=by, at=at)


def _of_year(year: Year) -> dict[str, Any]:
    return {
        "name": year.name, "currency": year.currency, "hour_cost": year.hour_cost,
        "first_month": year.first_month.replace(day=1), "people": year.people,
        **_three("hours", year.hours), **_three("months", year.months),
    }  # fmt: skip


def _three(name: str, guess: Guess | None) -> dict[str, Any]:
    return {f"{name}_{end}": guess and getattr(guess, end) for end in ("low", "likely", "high")}
