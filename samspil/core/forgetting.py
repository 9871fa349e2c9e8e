"""Which examples are a person's own, and what forgetting them means for what AI learned."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

ANEW_WITHIN = timedelta(days=30)
"""So soon AI has learned anew without them: the law gives a month (GDPR, Article 12(3))."""
GONE = "…"
"""Stands where something was that was erased, and where it counts that there was something."""
FEWEST_TOPICS = 2
"""With examples of fewer topics there is nothing to tell apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text that came in a case: by its number, as a digest, and whether the person wrote it."""

    case: int
    digest: str
    theirs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An example by its number, with the case it was taken from; None where no case is known.

    `standing` is False for one that somebody removed within the last day.
    """

    number: int
    process: int
    digest: str
    topic: str
    case: int | None
    standing: bool


def own_examples(kept: Iterable[Kept], said: Sequence[Said]) -> list[Kept]:
    """Those examples that are the person's.

    `said` holds what came in all cases in which they wrote. An example from such a case is theirs,
    unless its text is what somebody else wrote there. One that reads like a text of theirs is
    theirs too, unless it was taken from another person's case, where that person wrote the same.
    """
    own = {one.digest for one in said if one.theirs}
    cases = {one.case for one in said if one.theirs}
    of_others = {(one.case, one.digest) for one in said if not one.theirs}
    return [
        one
        for one in kept
        if (one.digest in own and (one.case is None or one.case in cases))
        or (one.case in cases and (one.case, one.digest) not in of_others)
    ]


def enough_left(topics: Mapping[str, int], *, with_starter: bool) -> bool:
    """Whether AI can learn anew from so many examples of each topic that are left."""
    there = sum(count > 0 for count in topics.values())
    return there >= (1 if with_starter else FEWEST_TOPICS)


def anew_by(at: datetime) -> datetime:
    """Until when AI has to have learned without what was forgotten at this time."""
    return at + ANEW_WITHIN
