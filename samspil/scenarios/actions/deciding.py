"""Decide a comparison in writing, and look at it again."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.models import Choice, Comparison, Option
from samspil.scenarios.queries import comparison_at, weighed


class UnfitChoice(ValueError):
    """It cannot be decided so; the message is fit to show."""


class StaleFigures(Exception):
    """The figures changed while somebody read them; the message is fit to show."""


@transaction.atomic
def choose(
    comparison: Comparison,
    option: Option | None,
    *,
    reason: str,
    otherwise: str = "",
    look_again_on: date | None = None,
    seen: int,
    by: Colleague,
    at: datetime,
) -> Choice:
    """Keep what was decided, beside whatever was decided before, with the figures as they are.

    `option` is None for none of them; `seen` is the version of the comparison that was read. Raises
    `UnfitChoice` and `StaleFigures`.
    """
    check_may_compare(by)
    _check(reason=reason, otherwise=otherwise, look_again_on=look_again_on, today=day_of(at))
    locked = Comparison.objects.select_for_update().get(pk=comparison.pk)
    if locked.version != seen:
        raise StaleFigures(
            _("Somebody changed the figures while you read them. Look at them again, then decide.")
        )
    found = weighed(comparison_at(comparison.public_id))
    if found.result is None:
        raise UnfitChoice(_("There are no two options with all their numbers yet."))
    if option and str(option.public_id) not in {one.option for one in found.figures}:
        raise UnfitChoice(_("This option lacks some of its numbers, or was left out."))
    made = Choice.objects.create(
        comparison=comparison, option=option, option_name=option.name if option else "",
        reason=reason, otherwise=otherwise, look_again_on=look_again_on, months=locked.months,
        figures=[one.kept() for one in found.figures], by=by, at=at,
    )  # fmt: skip
    note(
        "comparison_decided", "comparison", comparison.public_id, by=by, at=at,
        option=str(option.public_id) if option else None,
    )  # fmt: skip
    return made


@transaction.atomic
def look_again(choice: Choice, *, by: Colleague, at: datetime) -> None:
    """Say that one has looked at it again and it stands; who said so first stays named."""
    check_may_compare(by)
    if Choice.objects.filter(pk=choice.pk, looked_at__isnull=True).update(
        looked_at=at, looked_by=by
    ):
        note("choice_looked_at", "comparison", choice.comparison.public_id, by=by, at=at)


def _check(*, reason: str, otherwise: str, look_again_on: date | None, today: date) -> None:
    if not reason.strip():
        raise UnfitChoice(_("Write why: whoever asks in a year will want to know."))
    if look_again_on is None:
        return
    if look_again_on <= today:
        raise UnfitChoice(_("The day to look at it again has to be still to come."))
    if not otherwise.strip():
        raise UnfitChoice(_("Write what would make you decide otherwise, or leave out the day."))
