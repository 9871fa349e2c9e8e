"""Say who is away, and who stands in."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.roles import Action, NotAllowed
from samspil.people.actions.noting import note
from samspil.people.models import Absence, Colleague
from samspil.people.queries import may_do


class BadAbsence(ValueError):
    """An absence that cannot be; the message is fit to show to a person."""


@transaction.atomic
def plan_absence(
    colleague: Colleague,
    *,
    first_day: date,
    last_day: date,
    deputy: Colleague | None,
    by: Colleague,
    at: datetime,
) -> Absence:
    """Say that somebody is away on these days, both included. Raises `NotAllowed`, `BadAbsence`.

    Everybody says so of themselves; whoever may reassign cases, of others too.
    """
    _check_may_plan(by, colleague)
    if last_day < first_day:
        raise BadAbsence(_("The last day comes before the first."))
    if deputy == colleague:
        raise BadAbsence(_("Nobody stands in for themselves: choose somebody else."))
    made = Absence.objects.create(
        colleague=colleague, first_day=first_day, last_day=last_day, deputy=deputy
    )
    _note("absence_planned", colleague, by=by, at=at)
    return made


@transaction.atomic
def cancel_absence(absence: Absence, *, by: Colleague, at: datetime) -> None:
    """Take an absence back: the colleague is there after all. Raises `NotAllowed`."""
    _check_may_plan(by, absence.colleague)
    if Absence.objects.filter(pk=absence.pk).delete()[0]:
        _note("absence_cancelled", absence.colleague, by=by, at=at)


def _check_may_plan(by: Colleague, colleague: Colleague) -> None:
    if by != colleague and not may_do(by, Action.REASSIGN_CASES):
        raise NotAllowed(_("Only they themselves or a leader can say when somebody is away."))


def _note(event: str, colleague: Colleague, *, by: Colleague, at: datetime) -> None:
    note(event, "colleague", colleague.public_id, by=by, at=at)
