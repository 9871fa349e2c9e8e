"""What AI was about to send alone stays here, and a person has the case instead."""

from collections.abc import Sequence
from datetime import datetime

from samspil.core.lifecycle import Stage
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import Reason
from samspil.journal.actions import record
from samspil.people.queries import SYSTEM
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.noting import about_case
from samspil.work.models import (
    ApprovedUse,
    Case,
    Decision,
    Direction,
    LoneAnswer,
    Message,
    Outgoing,
)
from samspil.work.queries.contesting import open_complaint
from samspil.work.queries.knowing import knowledge


def unseen_answers(letters: Sequence[Outgoing]) -> dict[int, ApprovedUse]:
    """Which of these letters are approved answers that no person looked at, by primary key."""
    written = {(one.case_id, one.round): one.pk for one in letters if not one.correction}
    uses = ApprovedUse.objects.select_related("proposal").filter(
        proposal__case__in=[case for case, _round in written],
        proposal__in=LoneAnswer.objects.values("proposal"),
    )
    found = ((written.get((use.proposal.case_id, use.proposal.round)), use) for use in uses)
    return {letter: use for letter, use in found if letter is not None}


def may_leave(letter: Outgoing, use: ApprovedUse, *, at: datetime) -> bool:
    """Whether the answer still holds and is agreed on, or a person has looked at the case since.

    Inside the caller's transaction, until whose end nobody withdraws it. The case is locked first,
    as routing does it.
    """
    Case.objects.select_for_update(no_key=True).only("pk").get(pk=letter.case_id)
    held = knowledge().hold({use.answer}, at=at).get(use.answer)
    if held is not None and held.alone and held.since <= use.version:
        return True
    return Decision.objects.filter(case=letter.case_id, round=letter.round).exists()


def hold_back(letter: Outgoing, *, at: datetime) -> None:
    """Take back a reply that has not left: nothing was answered, and a person decides the case.

    Where the customer wrote again or disagreed meanwhile, the case is a person's already. Inside
    the caller's transaction.
    """
    case = letter.case
    Outgoing.objects.filter(pk=letter.pk).delete()
    if open_complaint(case) is None:
        _leave_to_a_person(case, letter)
    record([about_case(case, "reply_held_back", by=SYSTEM)], at=at)


def _leave_to_a_person(case: Case, letter: Outgoing) -> None:
    sent = Message.objects.filter(case=case, direction=Direction.OUT, at=letter.created_at)
    sent.filter(text=letter.text).delete()
    LoneAnswer.objects.filter(case=case, round=letter.round).delete()
    ours = Case.objects.filter(pk=case.pk, round=letter.round)
    ours.filter(first_response_at=letter.created_at).update(first_response_at=None)
    ours.update(route=Route.TOGETHER, reason=Reason.NO_REPLY_READY)
    ours.filter(stage=Stage.CLOSED).update(stage=Stage.WAITING, closed_at=None)
    index_cases([case.pk])
