"""A first draft of a reply, from the topic's template."""

from samspil.core.skill import Ground, Proposal
from samspil.work.models import Topic
from samspil.work.queries.wording import as_draft

NEEDS_A_PERSONS_WORDS = frozenset(
    {Ground.DISSATISFIED, Ground.VULNERABLE, Ground.WANTS_PERSON, Ground.URGENT}
)


def draft_of(suggestion: Proposal, topics: dict[str, Topic]) -> str:
    """The template of the best topic in the customer's language; empty where none fits.

    Customers who are dissatisfied, in a hard place or in a hurry, and those who ask for a person,
    get a person's own words.
    """
    best = suggestion.best
    if best is None or suggestion.language is None or best.result not in topics:
        return ""
    if any(passage.ground in NEEDS_A_PERSONS_WORDS for passage in suggestion.evidence):
        return ""
    return as_draft(str(topics[best.result].replies.get(suggestion.language, "")))
