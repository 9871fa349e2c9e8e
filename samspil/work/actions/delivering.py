"""Replies leave through the outbox, each once."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samspil.adapters.mail import SENDER, File
from samspil.adapters.mail import Outgoing as Letter
from samspil.adapters.mail import deliver as post
from samspil.journal.actions import record
from samspil.people.queries import SYSTEM
from samspil.work.actions.holding_back import hold_back, may_leave, unseen_answers
from samspil.work.actions.noting import about_case
from samspil.work.models import ApprovedUse, Outgoing
from samspil.work.queries import content_of, files_sent, message_id

DELIVER = "work.deliver"


def deliver(outgoing_ids: Sequence[int], *, at: datetime) -> int:
    """Send those of these replies that are still unsent; returns how many.

    A crash between sending and noting it sends the same letter again under the same number, so
    that the receiving side knows it for the same. An approved answer that AI sends alone is looked
    at once more: one that lapsed, or that nobody agrees to any more, becomes a person's case.
    """
    unsent = Outgoing.objects.among(outgoing_ids).filter(sent_at__isnull=True)
    letters = list(unsent.select_related("case").order_by("pk"))
    uses = unseen_answers(letters)
    return sum(_deliver(letter, uses.get(letter.pk), at=at) for letter in letters)


def _deliver(letter: Outgoing, use: ApprovedUse | None, *, at: datetime) -> bool:
    if use is not None:
        return _deliver_while_held(letter, use, at=at)
    post(_letter(letter))
    _note_sent(letter, at=at)
    return True


@transaction.atomic
def _deliver_while_held(letter: Outgoing, use: ApprovedUse, *, at: datetime) -> bool:
    """Send an approved answer while nobody can withdraw it; writing a letter takes milliseconds."""
    leaves = may_leave(letter, use, at=at)
    if not Outgoing.objects.filter(pk=letter.pk, sent_at__isnull=True).exists():
        return False
    if not leaves:
        hold_back(letter, at=at)
        return False
    post(_letter(letter))
    _note_sent(letter, at=at)
    return True


def _letter(outgoing: Outgoing) -> Letter:
    return Letter(
        message_id=f"<{message_id(outgoing)}>",
        recipient=outgoing.recipient,
        sender=SENDER,
        subject=f"Re: {outgoing.subject}",
        text=outgoing.text,
        headers=outgoing.headers,
        files=[
            File(name=one.name, media_type=one.media_type, content=content_of(one))
            for one in files_sent(outgoing)
        ],
    )


@transaction.atomic
def _note_sent(outgoing: Outgoing, *, at: datetime) -> None:
    if Outgoing.objects.filter(pk=outgoing.pk, sent_at__isnull=True).update(sent_at=at):
        record([about_case(outgoing.case, "reply_sent", by=SYSTEM)], at=at)
