"""Let files of a case go along with its reply."""

from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage
from samspil.people.models import Colleague
from samspil.work.access import check_may_take
from samspil.work.actions.attaching import MEGABYTE
from samspil.work.actions.holding import StaleCase
from samspil.work.actions.noting import note_case
from samspil.work.models import Attachment, Case, Enclosure, Message

MOST_ENCLOSED_MB = 18
"""All files of a reply together: on the wire they grow by a third, and many servers stop at 25."""
MOST_FILES = 20


class TooMuchEnclosed(ValueError):
    """So much does not go along with a reply; the message is fit to show."""


@transaction.atomic
def enclose(attachment: Attachment, *, case: Case, by: Colleague, at: datetime) -> None:
    """Send a file of the case along with its next reply; twice changes nothing.

    Raises `TooMuchEnclosed`, and `StaleCase` unless `by` holds the case.
    """
    held = _held(case, by)
    going = Enclosure.objects.filter(case=held, round=held.round, message__isnull=True)
    if going.filter(attachment=attachment).exists():
        return
    size = going.aggregate(size=Sum("attachment__size"))["size"] or 0
    if size + attachment.size > MOST_ENCLOSED_MB * MEGABYTE:
        raise TooMuchEnclosed(
            _("The files of a reply can be %(most)d megabytes together: leave one out first.")
            % {"most": MOST_ENCLOSED_MB}
        )
    if going.count() >= MOST_FILES:
        sentence = _("A reply can have %(most)d files: leave one out first.")
        raise TooMuchEnclosed(sentence % {"most": MOST_FILES})
    Enclosure.objects.create(case=held, round=held.round, attachment=attachment)
    note_case(held, "enclosed", by=by, at=at, file=str(attachment.public_id))


@transaction.atomic
def leave_out(attachment: Attachment, *, case: Case, by: Colleague, at: datetime) -> None:
    """Do not send the file along after all; it stays with the case."""
    held = _held(case, by)
    going = Enclosure.objects.filter(case=held, round=held.round, message__isnull=True)
    if going.filter(attachment=attachment).delete()[0]:
        note_case(held, "enclosure_left_out", by=by, at=at, file=str(attachment.public_id))


def send_along(case: Case, message: Message) -> None:
    """What was enclosed belongs to this reply from now on."""
    going = Enclosure.objects.filter(case=case, round=case.round, message__isnull=True)
    going.update(message=message)


def _held(case: Case, by: Colleague) -> Case:
    held = Case.objects.select_for_update().get(pk=case.pk)
    check_may_take(by, held)
    if held.stage != Stage.CLAIMED or held.claimed_by_id != by.pk:
        raise StaleCase(_("Take the case first: files go along with your reply."))
    return held
