"""Begin a comparison, and lay out its options."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from samspil.audit.models import Task
from samspil.core.scenarios.comparing import HORIZONS, LIMITS, MOST, OWN, Assumption
from samspil.core.scenarios.guessing import WORDS, BadGuess, Fault, Guess
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.models import Comparison, Option, OptionTask

SEEDS = 2**31
OF_TASKS = (Assumption.HOURS, Assumption.ONE_OFF)
"""What need not be said where there are tasks that say it."""


class UnfitOption(ValueError):
    """It cannot be so; the message is fit to show."""


class StaleOption(Exception):
    """Somebody else changed it first; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be decided; as in `Comparison`."""

    name: str
    currency: str
    hour_cost: Decimal
    months: int = HORIZONS[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of an option: guesses by assumption, and tasks for what is not said."""

    name: str
    guesses: Mapping[Assumption, Guess]
    tasks: Sequence[Task] = field(default_factory=list)
    risk: str = ""


@transaction.atomic
def begin_comparison(wanted: Wanted, *, by: Colleague, at: datetime) -> Comparison:
    """Write down what is to be decided."""
    check_may_compare(by)
    made = Comparison(made_at=at, **_fields(wanted))
    made.seed = made.public_id.int % SEEDS
    made.save()
    note("comparison_begun", "comparison", made.public_id, by=by, at=at)
    return made


@transaction.atomic
def change_comparison(
    comparison: Comparison, wanted: Wanted, *, by: Colleague, at: datetime
) -> None:
    """Say it otherwise; the figures that hang on it are reckoned anew."""
    check_may_compare(by)
    Comparison.objects.filter(pk=comparison.pk).update(version=F("version") + 1, **_fields(wanted))
    note("comparison_changed", "comparison", comparison.public_id, by=by, at=at)


@transaction.atomic
def remove_comparison(comparison: Comparison, *, by: Colleague, at: datetime) -> None:
    """Take it from the list, with its options and decisions."""
    check_may_compare(by)
    if Comparison.objects.filter(pk=comparison.pk, removed_at__isnull=True).update(removed_at=at):
        note("comparison_removed", "comparison", comparison.public_id, by=by, at=at)


@transaction.atomic
def restore_comparison(comparison: Comparison, *, by: Colleague, at: datetime) -> None:
    """Put it back."""
    check_may_compare(by)
    if Comparison.objects.filter(pk=comparison.pk, removed_at__isnull=False).update(
        removed_at=None
    ):
        note("comparison_restored", "comparison", comparison.public_id, by=by, at=at)


@transaction.atomic
def add_option(comparison: Comparison, said: Said, *, by: Colleague, at: datetime) -> Option:
    """Lay out one more option. Raises `UnfitOption`."""
    check_may_compare(by)
    _check(said)
    _check_room(comparison)
    made = Option.objects.create(comparison=comparison, **_points(said))
    _link(made, said.tasks)
    _turn_over(comparison)
    note("option_added", "comparison", comparison.public_id, by=by, at=at)
    return made


@transaction.atomic
def change_option(option: Option, said: Said, *, seen: int, by: Colleague, at: datetime) -> None:
    """Say it otherwise, having `seen` this version. Raises `UnfitOption` and `StaleOption`."""
    check_may_compare(by)
    _check(said)
    kept = Option.objects.filter(pk=option.pk, version=seen, removed_at__isnull=True)
    if not kept.update(version=F("version") + 1, **_points(said)):
        raise StaleOption(
            _("Somebody else changed this option meanwhile. Open it again to see how it is now.")
        )
    OptionTask.objects.filter(option=option).exclude(task__in=said.tasks).delete()
    _link(option, said.tasks)
    _turn_over(option.comparison)
    note("option_changed", "comparison", option.comparison.public_id, by=by, at=at)


@transaction.atomic
def remove_option(option: Option, *, by: Colleague, at: datetime) -> None:
    """Leave it out; what was decided on it stays."""
    check_may_compare(by)
    if Option.objects.filter(pk=option.pk, removed_at__isnull=True).update(removed_at=at):
        _turn_over(option.comparison)
        note("option_removed", "comparison", option.comparison.public_id, by=by, at=at)


@transaction.atomic
def restore_option(option: Option, *, by: Colleague, at: datetime) -> None:
    """Put it back. Raises `UnfitOption` where there is no room for it any more."""
    check_may_compare(by)
    if option.removed_at is None:
        return
    _check_room(option.comparison)
    if Option.objects.filter(pk=option.pk, removed_at__isnull=False).update(removed_at=None):
        _turn_over(option.comparison)
        note("option_restored", "comparison", option.comparison.public_id, by=by, at=at)


def _check(said: Said) -> None:
    for name in OWN:
        guess = said.guesses.get(name)
        if guess is None and not (name in OF_TASKS and said.tasks):
            raise UnfitOption(_("Say all three numbers, or choose tasks that say it."))
        if guess is not None and guess.high > LIMITS.get(name, guess.high):
            words = BadGuess(Fault.ABOVE)
            raise UnfitOption(_(WORDS[words.fault]).format(most=f"{LIMITS[name]:g}"))


def _check_room(comparison: Comparison) -> None:
    """Raise `UnfitOption` where there are as many options as can be told apart; nobody else adds
    one meanwhile."""
    Comparison.objects.select_for_update().get(pk=comparison.pk)
    if Option.objects.filter(comparison=comparison, removed_at__isnull=True).count() >= MOST:
        raise UnfitOption(_("There are six options already: leave one out first."))


def _turn_over(comparison: Comparison) -> None:
    Comparison.objects.filter(pk=comparison.pk).update(version=F("version") + 1)


def _fields(wanted: Wanted) -> dict[str, object]:
    return {
        "name": wanted.name, "currency": wanted.currency, "hour_cost": wanted.hour_cost,
        "months": wanted.months,
    }  # fmt: skip


def _points(said: Said) -> dict[str, object]:
    points: dict[str, object] = {"name": said.name, "risk": said.risk}
    for name in OWN:
        guess = said.guesses.get(name)
        for end in ("low", "likely", "high"):
            point = None if guess is None else getattr(guess, end)
            points[f"{name}_{end}"] = Decimal(str(point)) if point is not None else None
    return points


def _link(option: Option, tasks: Sequence[Task]) -> None:
    OptionTask.objects.bulk_create(
        [OptionTask(option=option, task=one) for one in tasks], ignore_conflicts=True
    )
