"""A decision about AI's answer becomes evidence of what AI is worth."""

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.ladder import Overruled, too_often_overruled
from samspil.core.evidence.learning import BEFORE_PROOF, in_lane
from samspil.core.routing import BY_HABIT, PROVES, Reason
from samspil.work.actions.autonomy import fall, keep_check, seed_of
from samspil.work.models import (
    ApprovedUse,
    Case,
    Decision,
    LoneAnswer,
    Proposal,
    Topic,
    Verdict,
    VerifiedAnswer,
)
from samspil.work.queries.autonomy import autonomy_of
from samspil.work.queries.contesting import open_complaint
from samspil.work.queries.wording import as_draft

LEAST_BEFORE_PROOF, _MOST = BEFORE_PROOF
LATELY = 200
"""So many of the latest drafts say whether people overrule most."""


def keep_verified(
    decision: Decision,
    *,
    case: Case,
    proposal: Proposal | None,
    lone: LoneAnswer | None,
    changed: bool = False,
) -> None:
    """Keep what the decision says of AI's answer, in a case that no hard rule or floor claimed.

    What was closed without a topic says nothing of it. A check of what AI finished alone goes to
    the watch, where a correction of an approved answer is an error too, and so is what somebody
    contested and is `changed`.
    """
    if proposal is None or proposal.sureness is None or not proposal.options:
        return
    if not decision.topic or case.reason not in BY_HABIT:
        return
    proves = case.reason in PROVES and _had_reply(proposal.likeliest, proposal, case=case)
    drawn = case.reason == Reason.DRAWN or (proves and _in_lane(case))
    sure = proposal.sureness
    wrong = keep_answer(
        decision, proposal, sureness=sure, proves=proves, drawn=drawn, changed=changed
    ).wrong
    if lone is not None and lone.drawn:
        keep_check(lone, wrong=wrong or _corrected(decision, proposal), at=decision.at)
    elif wrong and lone is None:
        _count_overruled(case, decision)


def keep_answer(
    decision: Decision,
    proposal: Proposal,
    *,
    sureness: float,
    proves: bool = False,
    drawn: bool = False,
    changed: bool = False,
) -> VerifiedAnswer:
    """Keep whether AI's answer was right by this decision. It proves nothing unless said so.

    What was contested and is `changed` was wrong.
    """
    return VerifiedAnswer.objects.create(
        process_id=decision.case.process_id,
        decision=decision,
        version=proposal.version,
        language=proposal.language,
        topic=proposal.likeliest,
        sureness=sureness,
        wrong=changed or decision.topic != proposal.likeliest,
        proves=proves,
        drawn=drawn,
        simulated=decision.simulated,
        at=decision.at,
    )


def _corrected(decision: Decision, proposal: Proposal) -> bool:
    """Whether a person corrected an approved answer; where somebody disagrees the topic tells."""
    changed = bool(proposal.sources) and decision.verdict != Verdict.AGREED
    return changed and open_complaint(decision.case) is None


def _had_reply(topic: str, proposal: Proposal, *, case: Case) -> bool:
    """Whether there was a reply that AI might have sent: the topic's own, or an approved answer
    that people had verified often enough.

    A draft that names a source is an approved answer in the place of the topic's own, or for want
    of it.
    """
    if not proposal.sources:
        return bool(proposal.draft)
    if ApprovedUse.objects.filter(proposal=proposal, verified__isnull=False).exists():
        return True
    replies = Topic.objects.filter(process=case.process_id, key=topic).values_list("replies")
    return any(as_draft(str(one.get(proposal.language, ""))) for (one,) in replies)


def _in_lane(case: Case) -> bool:
    """Whether lots keep this case out of teaching where people decide all cases anyway: later
    versions of AI are tried on them."""
    seed = seed_of(case.process)
    return in_lane(str(case.public_id), seed=seed, share=LEAST_BEFORE_PROOF)


def _count_overruled(case: Case, decision: Decision) -> None:
    """Where a person decides each case, too many overruled drafts end the drafting."""
    kept = autonomy_of(case.process)
    if kept.level != Autonomy.DRAFT:
        return
    drafted = VerifiedAnswer.objects.filter(process_id=case.process_id, at__gt=kept.since)
    latest = list(drafted.order_by("-pk").values_list("wrong", flat=True)[:LATELY])
    if too_often_overruled(drafts=len(latest), overruled=sum(latest)):
        seen = Overruled(at=decision.at, drafts=len(latest), overruled=sum(latest))
        fall(case.process, seen)
