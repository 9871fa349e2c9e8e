"""Whether an organisation may keep something for so long, and what its time is over for."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from samspil.core.retention.categories import Category, Then
from samspil.core.retention.holds import Holds
from samspil.core.retention.rules import Rule

NEVER = datetime(1, 1, 1, tzinfo=UTC)
"""Nothing is older."""


class Problem(StrEnum):
    """Why a period cannot be set."""

    FIXED = "fixed"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_REASON = "no_reason"


WORDS = {
    Problem.FIXED: "Nobody can set this period.",
    Problem.TOO_SHORT: "It has to be at least %(least)d days (%(source)s).",
    Problem.TOO_LONG: "It may be at most %(most)d days (%(source)s).",
    Problem.NO_REASON: "Say why it is kept longer than usual: those concerned may ask.",
}
"""The English sentences, which are also the key of their translations."""


def problem_with(rule: Rule, *, days: int, why: str) -> Problem | None:
    """Why an organisation may not keep it for so many days; None where it may."""
    if rule.fixed:
        return Problem.FIXED
    assert rule.days is not None
    if rule.shortest is not None and days < rule.shortest:
        return Problem.TOO_SHORT
    if rule.longest is not None and days > rule.longest:
        return Problem.TOO_LONG
    if days > rule.days and not why.strip():
        return Problem.NO_REASON
    return None


GO_ALONG = {Category.EXAMPLES, Category.CHATS, Category.NOTICES}
"""What goes with a case when it is emptied: a hold on any of these holds the cases too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a sweep may take: what is over since before `before`, and nothing that is held."""

    before: datetime
    holds: Holds


def reach(rule: Rule, *, days: int | None, holds: Holds, at: datetime) -> Reach:
    """What may be taken at this time, where `days` is what holds here (None: no end)."""
    kinds = {rule.category} | (GO_ALONG if rule.then is Then.EMPTIED else set())
    if days is None or kinds & holds.categories:
        return Reach(before=NEVER, holds=holds)
    return Reach(before=at - timedelta(days=days), holds=holds)
