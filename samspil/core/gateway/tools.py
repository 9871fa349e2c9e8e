"""Tools with AI in them: what an approval takes, and how long it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WORST, BEST = 1, 5
"""Points of a scorecard."""
SOON = timedelta(days=30)
"""How long before it runs out the owner is told."""


class Status(StrEnum):
    """Where a tool stands; only what is approved may be used."""

    ASKED = "asked"
    TESTED = "tested"
    APPROVED = "approved"
    REFUSED = "refused"
    ENDED = "ended"


class Missing(StrEnum):
    """What an approval still lacks."""

    OWNER = "owner"
    PURPOSE = "purpose"
    TEST = "test"
    SCORES = "scores"
    CONTRACT = "contract"


WORDS = {
    Missing.OWNER: "who answers for it",
    Missing.PURPOSE: "what it is for",
    Missing.TEST: "a certificate or the result of a test",
    Missing.SCORES: "the points for privacy, integration and support",
    Missing.CONTRACT: "the contract, since data leaves the house",
}
"""The English words of each, which are also the key of their translations."""


class Standing(StrEnum):
    """Whether an approval holds today."""

    VALID = "valid"
    UNAPPROVED = "unapproved"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolFacts:
    """A tool as the rule sees it; `scores` holds None where no points were given.

    `leaves_house`: data goes to a place that is not the organisation's own.
    """

    owned: bool
    purpose: str
    tested: str
    contract: str
    scores: Sequence[int | None]
    leaves_house: bool


def missing(facts: ToolFacts) -> tuple[Missing, ...]:
    """What has to be there before the tool can be approved, in the order of the form."""
    there = {
        Missing.OWNER: facts.owned,
        Missing.PURPOSE: bool(facts.purpose.strip()),
        Missing.TEST: bool(facts.tested.strip()),
        Missing.SCORES: all(one is not None for one in facts.scores),
        Missing.CONTRACT: bool(facts.contract.strip()) or not facts.leaves_house,
    }
    return tuple(what for what, is_there in there.items() if not is_there)


def runs_out(*days: date | None) -> date | None:
    """The last day of an approval: the first of those on which something ends; None without any."""
    return min((day for day in days if day is not None), default=None)


def standing(status: Status, last_day: date | None, *, today: date) -> Standing:
    """Whether the approval holds; its last day included."""
    if status is not Status.APPROVED:
        return Standing.UNAPPROVED
    return Standing.EXPIRED if last_day is not None and last_day < today else Standing.VALID


def ends_soon(status: Status, last_day: date | None, *, today: date) -> bool:
    """Whether the owner is to be told: it runs out within 30 days, or has."""
    return status is Status.APPROVED and last_day is not None and last_day - today <= SOON
