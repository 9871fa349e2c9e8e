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
    sources: tuple[str, ...] = ()


def drafted(
    suggestion: Proposal, topics: dict[str, Topic], *, reply: ReadyReply | None, way: str
) -> Draft:
    """The draft for a case that goes this way.

    What AI finishes alone is the topic's own reply, and no other. Where a person decides, an
    approved answer takes its place if the message asks that and says nothing else, or if the topic
    has no reply of its own.
    """
    template = draft_of(suggestion, topics)
    if reply is None or way == Route.ALONE or _needs_a_persons_words(suggestion):
        return Draft(text=template)
    if template and not reply.whole:
        return Draft(text=template)
    return Draft(text=reply.text, sources=(reply.source,))


def draft_of(suggestion: Proposal, topics: dict[str, Topic]) -> str:
    """The template of the best topic in the customer's language; empty where none fits.

    Customers who are dissatisfied, in a hard place or in a hurry, and those who ask for a person,
    get a person's own words.
    """
    best = suggestion.best
    if best is None or suggestion.language is None or best.result not in topics:
        return ""
    if _needs_a_persons_words(suggestion):
        return ""
    return as_draft(str(topics[best.result].replies.get(suggestion.language, "")))


def _needs_a_persons_words(suggestion: Proposal) -> bool:
    return any(passage.ground in NEEDS_A_PERSONS_WORDS for passage in suggestion.evidence)
