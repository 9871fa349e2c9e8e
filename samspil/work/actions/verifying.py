"""A decision about AI's answer becomes evidence of what AI is worth."""

from samspil.core.routing import BY_HABIT
from samspil.work.models import Case, Decision, Proposal, VerifiedAnswer


def keep_verified(decision: Decision, *, case: Case, proposal: Proposal | None) -> None:
    """Keep what the decision says of AI's answer, in a case that no hard rule claimed.

    What was closed without a topic says nothing of it.
    """
    if proposal is None or proposal.sureness is None or not proposal.options:
        return
    if not decision.topic or case.reason not in BY_HABIT:
        return
    VerifiedAnswer.objects.create(
        process_id=case.process_id,
        decision=decision,
        version=proposal.version,
        language=proposal.language,
        sureness=proposal.sureness,
        wrong=decision.topic != proposal.options[0]["result"],
        simulated=decision.simulated,
        at=decision.at,
    )
