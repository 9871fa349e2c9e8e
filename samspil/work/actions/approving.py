"""Approved answers as replies: which still hold, and which people verified often enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from samspil.core.evidence.approved import missing
from samspil.core.evidence.certificate import Promise
from samspil.core.knowing import ReadyReply
from samspil.core.routing import Level
from samspil.core.skill import Proposal as Suggestion
from samspil.work.actions.drafting import needs_a_persons_words
from samspil.work.models import ApprovedUse, ProcessAutonomy, Proposal
from samspil.work.queries.approved import kind_of, uses_of
from samspil.work.queries.autonomy import lets_ai_finish
from samspil.work.queries.knowing import knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """Approved answers by the key of the case that they fit.

    `verified` has those that may be sent without a look, and how often people verified them.
    """

    replies: Mapping[int, ReadyReply] = field(default_factory=dict)
    verified: Mapping[int, int] = field(default_factory=dict)

    def told(self, case: int) -> dict[str, object]:
        """What the journal says of one that was sent without a look; nothing of a topic's own."""
        if case not in self.verified:
            return {}
        reply = self.replies[case]
        return {
            "answer": str(reply.answer),
            "answer_version": reply.version,
            "verified": self.verified[case],
        }


def hold_approved(
    replies: Mapping[int, ReadyReply],
    suggestions: Mapping[int, Suggestion],
    *,
    kept: ProcessAutonomy,
    levels: Mapping[str, Level],
    at: datetime,
) -> Approved:
    """Those of these replies that hold at this moment and are still what was found.

    Inside the caller's transaction, until whose end they cannot be withdrawn. May be sent without a
    look what answers the whole of a standard question, is agreed on, and was verified often enough
    in this process in this language. Three statements; none without replies.
    """
    if not replies:
        return Approved()
    held = knowledge().hold({one.answer for one in replies.values()}, at=at)
    still = {
        pk: one
        for pk, one in replies.items()
        if one.answer in held and held[one.answer].since <= one.version
    }
    agreed = {
        pk: kind_of(one)
        for pk, one in still.items()
        if one.whole and held[one.answer].alone and _is_standard(suggestions.get(pk), levels)
    }
    if not agreed or not lets_ai_finish(kept.process):
        return Approved(replies=still)
    uses = uses_of(kept.process, set(agreed.values()))
    promise = Promise(alpha=kept.alpha, delta=kept.delta)
    enough = {kind for kind, one in uses.items() if missing(one, promise) == 0}
    verified = {pk: uses[kind].right for pk, kind in agreed.items() if kind in enough}
    return Approved(replies=still, verified=verified)


def _is_standard(suggestion: Suggestion | None, levels: Mapping[str, Level]) -> bool:
    """Whether it is a question of level 1, from somebody for whom a prepared reply will do."""
    if suggestion is None or suggestion.best is None or needs_a_persons_words(suggestion):
        return False
    return levels.get(suggestion.best.result) is Level.STANDARD


def keep_uses(
    proposals: Sequence[Proposal],
    replies: Mapping[int, ReadyReply | None],
    *,
    approved: Approved,
) -> None:
    """Keep which drafts are approved answers; `replies` by case. Where none are: no statement."""
    uses = [
        ApprovedUse(
            proposal=proposal,
            process_id=proposal.case.process_id,
            answer=reply.answer,
            version=reply.version,
            language=reply.language,
            whole=reply.whole,
            verified=approved.verified.get(proposal.case_id),
        )
        for proposal in proposals
        if (reply := replies[proposal.case_id])
    ]
    if uses:
        ApprovedUse.objects.bulk_create(uses)
