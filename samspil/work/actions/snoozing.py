"""Put a case aside until a time; it comes back by itself."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage
from samspil.people.models import Colleague
from samspil.work.access import check_may_take
from samspil.work.actions.holding import StaleCase
from samspil.work.actions.noting import note_case
from samspil.work.models import Case


class NotInFuture(ValueError):
    """A case can be put aside until a later time only; the message is fit to show."""


@transaction.atomic
def snooze(case: Case, *, until: datetime, by: Colleague, at: datetime) -> None:
    """Take an open case out of the queue until then. Its deadline stays, and so does its holder.

    A new message of the customer brings it back at once. Raises `NotInFuture` and `StaleCase`.
    """
    if until <= at:
        raise NotInFuture(_("Choose a time that is still to come."))
    _set(case, until, by=by)
    note_case(case, "snoozed", by=by, at=at, until=until.isoformat())


@transaction.atomic
def wake(case: Case, *, by: Colleague, at: datetime) -> None:
    """Bring a case back before its time."""
    _set(case, None, by=by)
    note_case(case, "woken", by=by, at=at)


def _set(case: Case, until: datetime | None, *, by: Colleague) -> None:
    check_may_take(by, case)
    waiting = Case.objects.filter(pk=case.pk, stage=Stage.WAITING)
    held = Case.objects.filter(pk=case.pk, stage=Stage.CLAIMED, claimed_by=by)
    if not (waiting.update(snoozed_until=until) or held.update(snoozed_until=until)):
        raise StaleCase(_("Only a case that waits, or that you hold, can be put aside."))
    case.snoozed_until = until
