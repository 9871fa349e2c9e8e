"""What a person made of AI's proposal, and whether its draft was still there to agree with."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from samspil.core.marking import sentences
from samspil.work.actions.holding import StaleCase
from samspil.work.models import ApprovedUse, Proposal, Verdict
from samspil.work.queries.approved import lapse_of, lapse_words


class AnswerLapsed(StaleCase):
    """The reply holds an approved answer that lapsed; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person decided. `sent`: AI's draft went out already, so that no answer stands for
    agreement; `lapsed`: it was an approved answer that no longer holds, and was not offered."""

    answer: str
    topic: str
    sent: bool = False
    lapsed: bool = False


def verdict_on(proposal: Proposal | None, said: Said) -> Verdict:
    """What the decision says about the proposal: agreed, changed, rejected, or the person's own.

    Topic and draft both count; a draft that was not offered cannot be changed.
    """
    if proposal is None or not proposal.options:
        return Verdict.OWN
    if said.topic and said.topic != proposal.likeliest:
        return Verdict.REJECTED
    if said.lapsed or not proposal.draft:
        return Verdict.AGREED if said.topic else Verdict.OWN
    if not said.answer.strip():
        return Verdict.AGREED if said.sent else Verdict.REJECTED
    same = said.answer.split() == proposal.draft.split()
    return Verdict.AGREED if same else Verdict.CHANGED


def draft_lapsed(proposal: Proposal | None, *, answer: str, told: bool, at: datetime) -> bool:
    """Whether the draft was an approved answer that lapsed; then it counts for nothing any more.

    Raises `AnswerLapsed` where the reply repeats a sentence of it and nobody was told.
    """
    lapsed = lapse_of(proposal, at=at)
    if proposal is None or lapsed is None:
        return False
    if not told and not set(sentences(answer)).isdisjoint(sentences(proposal.draft)):
        raise AnswerLapsed(
            _("%(lapse)s Nothing was sent: read your reply again before you send it.")
            % {"lapse": lapse_words(lapsed)}
        )
    ApprovedUse.objects.filter(proposal=proposal).update(offered=False)
    return True
