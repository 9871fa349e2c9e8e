"""A first draft of a reply, from the topic's template or a standard answer."""

from dataclasses import dataclass

from samspil.core.knowing import ReadyReply
from samspil.core.organisation_models.contract import Route
from samspil.core.skill import Ground, Proposal
from samspil.work.models import Topic
from samspil.work.queries.wording import as_draft

NEEDS_A_PERSONS_WORDS = frozenset(
    {Ground.DISSATISFIED, Ground.VULNERABLE, Ground.WANTS_PERSON, Ground.URGENT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reply's draft, and the approved answer it is, if it is one."""

    text: str
    approved: ReadyReply | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """What it is taken from, beside the topic."""
        return (self.approved.source,) if self.approved else ()


def drafted(
    suggestion: Proposal,
    topics: dict[str, Topic],
    *,
    reply: ReadyReply | None,
    way: str,
    unseen: bool = False,
) -> Draft:
    """The draft for a case that goes this way.

    What AI finishes alone is the topic's own reply, unless the approved answer may be sent `unseen`
    by any person. Where a person decides, an approved answer takes its place if the message asks
    that and says nothing else, or if the topic has no reply of its own.
    """
    template = draft_of(suggestion, topics)
    if reply is None or needs_a_persons_words(suggestion):
        return Draft(text=template)
    if way == Route.ALONE and not unseen:
        return Draft(text=template)
    if template and not reply.whole:
        return Draft(text=template)
    return Draft(text=reply.text, approved=reply)


def draft_of(suggestion: Proposal, topics: dict[str, Topic]) -> str:
    """The template of the best topic in the customer's language; empty where none fits.

    Customers who are dissatisfied, in a hard place or in a hurry, and those who ask for a person,
    get a person's own words.
    """
    best = suggestion.best
    if best is None or suggestion.language is None or best.result not in topics:
        return ""
    if needs_a_persons_words(suggestion):
        return ""
    return as_draft(str(topics[best.result].replies.get(suggestion.language, "")))


def needs_a_persons_words(suggestion: Proposal) -> bool:
    """Whether the customer wrote so that no prepared reply will do."""
    return any(passage.ground in NEEDS_A_PERSONS_WORDS for passage in suggestion.evidence)
