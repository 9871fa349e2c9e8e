"""Make two cases of one, or one of two."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage
from samspil.core.masking import DataClass
from samspil.people.models import Colleague
from samspil.work.access import check_may_take
from samspil.work.actions.arriving import Arrival, open_cases
from samspil.work.actions.holding import StaleCase
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.noting import note_case
from samspil.work.models import Case, Direction, Message


class CannotPart(ValueError):
    """These cannot be parted or put together; the message is fit to show."""


@transaction.atomic
def split(message: Message, *, by: Colleague, at: datetime) -> Case:
    """Make a further message of the customer a case of its own; the first one stays where it is."""
    case = message.case
    check_may_take(by, case)
    incoming = case.messages.filter(direction=Direction.IN).order_by("at", "pk")
    if message.direction != Direction.IN or incoming.first() == message:
        raise CannotPart(_("Only a further message of the customer can become a case of its own."))
    arrival = Arrival(text=message.text, sender=message.sender)
    number = message.external_id
    message.delete()
    index_cases([case.pk])
    made = open_cases([arrival], process=case.process, at=at, by=by).cases[0]
    copied = made.messages.get()
    Message.objects.filter(pk=copied.pk).update(external_id=number)
    note_case(case, "split_off", by=by, at=at, other=str(made.public_id))
    return made


@transaction.atomic
def merge(case: Case, *, into: Case, by: Colleague, at: datetime) -> None:
    """Close a case that asks the same as another; its messages are read in that other one's thread.

    Raises `CannotPart` unless both are open, and `StaleCase` where somebody else holds the case.
    """
    check_may_take(by, case)
    target = Case.objects.select_for_update().get(pk=into.pk)
    check_may_take(by, target)
    if target.pk == case.pk or target.stage == Stage.CLOSED or case.merged.exists():
        raise CannotPart(_("A case can be merged only into another one that is open."))
    if target.process.senders != case.process.senders:
        raise CannotPart(_("A customer's case and a colleague's cannot become one."))
    waiting = Case.objects.filter(pk=case.pk, stage=Stage.WAITING)
    held = Case.objects.filter(pk=case.pk, stage=Stage.CLAIMED, claimed_by=by)
    closed = {"stage": Stage.CLOSED, "closed_at": at, "claimed_by": None, "merged_into": target}
    if not (waiting.update(**closed) or held.update(**closed)):
        raise StaleCase(_("Only a case that waits, or that you hold, can be merged."))
    _carry_over(case, target)
    index_cases([case.pk, target.pk])
    note_case(case, "merged", by=by, at=at, other=str(target.public_id))
    note_case(target, "merged_here", by=by, at=at, other=str(case.public_id))


@transaction.atomic
def unmerge(case: Case, *, by: Colleague, at: datetime) -> None:
    """Let a merged case wait by itself again."""
    check_may_take(by, case)
    target = Case.objects.filter(merged=case).values_list("pk", flat=True).first()
    merged = Case.objects.filter(pk=case.pk, stage=Stage.CLOSED, merged_into__isnull=False)
    changed = merged.update(
        stage=Stage.WAITING, closed_at=None, claimed_at=None, merged_into=None, snoozed_until=None
    )
    if not changed:
        raise StaleCase(_("This case is not merged any more."))
    index_cases([case.pk, *([target] if target else [])])
    note_case(case, "unmerged", by=by, at=at)


def _carry_over(case: Case, target: Case) -> None:
    """What remains is as pressing as the graver of the two."""
    target.risk = max(target.risk, case.risk)
    target.due_at = min(target.due_at, case.due_at)
    target.masked = [*target.masked, *case.masked]
    target.hidden_text = target.hidden_text or case.hidden_text
    if case.data_class == DataClass.SPECIAL:
        target.data_class = DataClass.SPECIAL
    target.save(update_fields=["risk", "due_at", "masked", "hidden_text", "data_class"])
