"""Make two cases of one, or one of two."""

import json
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage
from samspil.core.masking import DataClass
from samspil.journal.queries import about
from samspil.people.models import Colleague
from samspil.work.access import check_may_take
from samspil.work.actions.arriving import Arrival, ask_ai, open_cases
from samspil.work.actions.holding import StaleCase, move_stage
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.judging import forget_judge
from samspil.work.actions.noting import note_case
from samspil.work.actions.receiving import LOOK_AGAIN
from samspil.work.models import Case, Complaint, Direction, Message
from samspil.work.queries.contesting import open_complaint


class CannotPart(ValueError):
    """These cannot be parted or put together; the message is fit to show."""


@transaction.atomic
def split(message: Message, *, by: Colleague, at: datetime) -> Case:
    """Make a further message of the customer a case of its own; the first one stays where it is."""
    case = Case.objects.select_for_update().get(pk=message.case_id)  # before the journal's end
    check_may_take(by, case)
    incoming = case.messages.filter(direction=Direction.IN).order_by("at", "pk")
    said = Complaint.objects.filter(message=message)
    if message.direction != Direction.IN or incoming.first() == message or said.exists():
        raise CannotPart(_("Only a further message of the customer can become a case of its own."))
    arrival = Arrival(text=message.text, sender=message.sender)
    made = open_cases([arrival], process=case.process, at=at, by=by).cases[0]
    made.messages.get().delete()
    Message.objects.filter(pk=message.pk).update(case=made, at=at)
    message.files.update(case=made)
    index_cases([case.pk, made.pk])
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
    if open_complaint(case) or open_complaint(target):
        raise CannotPart(_("What was contested is decided anew by itself."))
    if target.process.senders != case.process.senders:
        raise CannotPart(_("A customer's case and a colleague's cannot become one."))
    if target.process.sample != case.process.sample:
        raise CannotPart(_("A made-up case and a real one cannot become one."))
    if target.process_id != case.process_id and (target.process.closed or case.process.closed):
        said = _("A case of a closed process becomes one only with a case of the same process.")
        raise CannotPart(said)
    told = _("Only a case that waits, or that you hold, can be merged.")
    if case.stage not in (Stage.WAITING, Stage.CLAIMED):
        raise StaleCase(told)
    holder = by if case.stage == Stage.CLAIMED else None
    closed = {"closed_at": at, "claimed_by": None, "merged_into": target}
    was = Stage(case.stage)
    move_stage(case, was=was, stage=Stage.CLOSED, holder=holder, told=told, changes=closed)
    before = {"risk": target.risk, "due_at": target.due_at.isoformat()}
    forget_judge(case)
    _carry_over(case, target)
    index_cases([case.pk, target.pk])
    note_case(case, "merged", by=by, at=at, other=str(target.public_id))
    note_case(target, "merged_here", by=by, at=at, other=str(case.public_id), **before)


@transaction.atomic
def unmerge(case: Case, *, by: Colleague, at: datetime) -> None:
    """Let a merged case wait by itself again; what it lent to the other one goes with it."""
    check_may_take(by, case)
    target = Case.objects.select_for_update().filter(merged=case).first()
    told = _("This case is not merged any more.")
    if target is None:
        raise StaleCase(told)
    apart = dict.fromkeys(("closed_at", "claimed_at", "merged_into", "snoozed_until"))
    move_stage(case, was=Stage.CLOSED, stage=Stage.WAITING, told=told, changes=apart)
    _take_back(case, target)
    index_cases([case.pk, target.pk])
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


def _take_back(case: Case, target: Case) -> None:
    """Undo `_carry_over`, unless something else has made the target more pressing since.

    What it was before stands in the journal. AI looks at the target again, so that no cue of its
    own messages is lost with what the other case had lent it.
    """
    facts = [json.loads(entry.facts) for entry in about(str(target.public_id))
             if entry.event == "merged_here"]  # fmt: skip
    known = [one for one in facts if one["round"] == target.round and "risk" in one]
    if not known:
        return
    others = list(Case.objects.filter(merged_into=target))
    risk = min(one["risk"] for one in known)
    due_at = max(datetime.fromisoformat(one["due_at"]) for one in known)
    if target.risk == max(risk, case.risk, *(one.risk for one in others)):
        target.risk = max([risk, *(one.risk for one in others)])
    if target.due_at == min(due_at, case.due_at, *(one.due_at for one in others)):
        target.due_at = min([due_at, *(one.due_at for one in others)])
    for kind in case.masked:
        if kind in target.masked:
            target.masked.remove(kind)
    target.save(update_fields=["risk", "due_at", "masked"])
    ask_ai([target], job=LOOK_AGAIN)
