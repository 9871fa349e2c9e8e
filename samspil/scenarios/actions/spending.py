"""Plan the lines of a budget, and write down what was spent."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from samspil.core.payback import YEAR
from samspil.core.scenarios.budget import Kind
from samspil.core.scenarios.guessing import Guess
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.models import Budget, BudgetLine, Spending

MOST = Decimal(10) ** 9


class UnfitLine(ValueError):
    """It cannot be so; the message is fit to show."""


class UnfitAmount(ValueError):
    """It cannot have cost so much, or in such a month; the message is fit to show."""


class StaleLine(Exception):
    """Somebody else changed it first; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What is said of a line; as in `BudgetLine`."""

    kind: Kind
    name: str
    plan: Guess
    once: bool = False
    done: bool = False


@transaction.atomic
def add_line(budget: Budget, planned: Planned, *, by: Colleague, at: datetime) -> BudgetLine:
    """Plan one more line. Raises `UnfitLine`."""
    check_may_compare(by)
    with _once_by_name():
        made = BudgetLine.objects.create(budget=budget, **_of_line(planned))
    note("budget_line_added", "budget", budget.public_id, by=by, at=at)
    return made


@transaction.atomic
def change_line(
    line: BudgetLine, planned: Planned, *, seen: int, by: Colleague, at: datetime
) -> None:
    """Plan it otherwise, having `seen` this version. Raises `UnfitLine` and `StaleLine`."""
    check_may_compare(by)
    with _once_by_name():
        _turn_over(line, seen=seen, **_of_line(planned))
    note("budget_line_changed", "budget", line.budget.public_id, by=by, at=at)


@transaction.atomic
def remove_line(line: BudgetLine, *, by: Colleague, at: datetime) -> None:
    """Leave it out, with what was spent on it."""
    check_may_compare(by)
    if BudgetLine.objects.filter(pk=line.pk, removed_at__isnull=True).update(removed_at=at):
        note("budget_line_removed", "budget", line.budget.public_id, by=by, at=at)


@transaction.atomic
def restore_line(line: BudgetLine, *, by: Colleague, at: datetime) -> None:
    """Put it back. Raises `UnfitLine` where another has its name by now."""
    check_may_compare(by)
    with _once_by_name():
        gone = BudgetLine.objects.filter(pk=line.pk, removed_at__isnull=False)
        back = gone.update(removed_at=None)
    if back:
        note("budget_line_restored", "budget", line.budget.public_id, by=by, at=at)


@transaction.atomic
def spend(
    line: BudgetLine,
    amounts: Mapping[int, Decimal],
    *,
    seen: int,
    by: Colleague,
    at: datetime,
) -> None:
    """Write down what a line cost by month, 1 to 12, having `seen` this version; months that are
    not named lose what stood there. Raises `StaleLine` and `UnfitAmount`."""
    check_may_compare(by)
    if any(not 1 <= month <= YEAR for month in amounts):
        raise UnfitAmount(_("A year has the months 1 to 12."))
    if any(not 0 <= amount <= MOST for amount in amounts.values()):
        raise UnfitAmount(_("An amount is 0 or more, and no more than can be reckoned with."))
    _turn_over(line, seen=seen)
    Spending.objects.filter(line=line).exclude(month__in=amounts).delete()
    _keep(line, amounts, by=by, at=at)
    note("budget_spent", "budget", line.budget.public_id, by=by, at=at)


def keep_amounts(
    line: BudgetLine, amounts: Mapping[int, Decimal], *, by: Colleague, at: datetime
) -> None:
    """Write down what it cost in these months, inside the caller's transaction; other months stay
    as they are."""
    BudgetLine.objects.filter(pk=line.pk).update(version=F("version") + 1)
    _keep(line, amounts, by=by, at=at)


def _keep(line: BudgetLine, amounts: Mapping[int, Decimal], *, by: Colleague, at: datetime) -> None:
    for month, amount in amounts.items():
        Spending.objects.update_or_create(
            line=line, month=month, defaults={"amount": amount, "by": by, "at": at}
        )


def _turn_over(line: BudgetLine, *, seen: int, **fields: Any) -> None:
    kept = BudgetLine.objects.filter(pk=line.pk, version=seen, removed_at__isnull=True)
    if not kept.update(version=F("version") + 1, **fields):
        raise StaleLine(
            _("Somebody else changed this line meanwhile. Open it again to see how it is now.")
        )


@contextmanager
def _once_by_name() -> Iterator[None]:
    """Turn the database's refusal of a second line of this name into words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise UnfitLine(_("The budget has a line of this name already.")) from None


def _of_line(planned: Planned) -> dict[str, Any]:
    points = {end: Decimal(str(getattr(planned.plan, end))) for end in ("low", "likely", "high")}
    return {
        "kind": planned.kind, "name": " ".join(planned.name.split()), "once": planned.once,
        "done": planned.done, **points,
    }  # fmt: skip
