"""A later decision shows that an answer of AI was wrong: it counts as wrong from then on."""

from samspil.core.contesting import Outcome
from samspil.core.evidence.overturning import Later, Way, overturned
from samspil.work.actions.autonomy import note_overturned
from samspil.work.actions.noting import note_case
from samspil.work.models import (
    Case,
    Complaint,
    Decision,
    LoneAnswer,
    Proposal,
    Verdict,
    VerifiedAnswer,
)


def changes(anew: Complaint | None) -> bool:
    """Whether this decision changes what somebody had contested."""
    return anew is not None and anew.outcome == Outcome.CHANGED


def overturn(decision: Decision, *, lone: LoneAnswer | None, anew: Complaint | None) -> None:
    """Let this decision say of AI's earlier answer in the case that it was wrong, if it does.

    `anew` was contested, with its outcome; `lone` is what AI had finished in this same round. Costs
    no statement where nothing was answered before.
    """
    if anew is not None:
        if changes(anew):
            _overturn(decision, of=anew.round, way=Way.CONTESTED)
    elif lone is not None:
        if not lone.drawn:
            _overturn(decision, of=lone.round, way=Way.CORRECTED)
    elif decision.round > 1:
        _overturn(decision, of=decision.round - 1, way=Way.REOPENED)


def _overturn(decision: Decision, *, of: int, way: Way) -> None:
    """Let what AI answered in the round `of` of the case count as wrong, if it is known to be now.

    Inside the caller's transaction, and before anything is put into the journal.
    """
    case = decision.case
    proposal = Proposal.objects.filter(case=case, round=of).first()
    if proposal is None or not proposal.options:
        return
    lone = LoneAnswer.objects.filter(case=case, round=of).first()
    later = Later(
        way=way,
        answer=proposal.likeliest,
        found=decision.topic,
        stood=_stood(decision, proposal, lone=lone, way=way),
        replied=bool(decision.answer.strip()),
    )
    if overturned(later):
        _count_as_wrong(decision, case=case, of=of, lone=lone, way=way)


def _stood(decision: Decision, proposal: Proposal, *, lone: LoneAnswer | None, way: Way) -> bool:
    """Whether AI's own reply is what held until this decision; where nobody contested it, only one
    that is an approved answer word by word: of another its topic tells."""
    if way is Way.CORRECTED and not proposal.sources:
        return False
    before = Decision.objects.filter(case=decision.case_id, round=proposal.round)
    made = before.exclude(pk=decision.pk).first()
    agreed = made.verdict == Verdict.AGREED if made else lone is not None
    return agreed and bool(proposal.draft)


def _count_as_wrong(
    decision: Decision, *, case: Case, of: int, lone: LoneAnswer | None, way: Way
) -> None:
    answers = VerifiedAnswer.objects.filter(decision__case=case, decision__round=of)
    right = answers.filter(wrong=False).exclude(decision=decision).first()
    if right is not None:
        right.wrong, right.overturned_at = True, decision.at
        right.save(update_fields=["wrong", "overturned_at"])
    if lone is not None and (lone.wrong or lone.overturned_at):
        lone = None
    if lone is not None:
        lone.overturned_at, lone.wrong = decision.at, True if lone.checked_at else None
        lone.save(update_fields=["overturned_at", "wrong"])
    if right is None and lone is None:
        return
    note_overturned(case.process, answer=right, lone=lone, at=decision.at)
    facts = {"answered_in": of, "way": way, "alone": lone is not None}
    note_case(case, "answer_overturned", by=decision.by, at=decision.at, **facts)
