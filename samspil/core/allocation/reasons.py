"""What measured cases, wishes and a score each leave AI of a task at most, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from samspil.core.allocation.divisions import START, Division
from samspil.core.allocation.law import WORDS as LAW_WORDS
from samspil.core.allocation.law import Cap
from samspil.core.shares import Share

ENOUGH = 59
"""Verified cases: as many without an error show that fewer than 5 in 100 are wrong."""
FEW_WRONG, MANY_WRONG = 0.10, 0.25
FEWEST = 30
KEPT = 1_024
"""Reasons that are kept in memory: thousands of tasks have the same ones."""


class Source(StrEnum):
    """Where a reason comes from, in the order in which they are asked."""

    LAW = "law"
    EVIDENCE = "evidence"
    WISH = "wish"
    CAPABILITY = "capability"
    THUMB = "thumb"


WORDS = {
    "unmeasured": "Nothing has been measured yet, so AI proposes at most.",
    "few": (
        "Of {verified} verified answers {wrong} were wrong: too few to let AI do more than propose."
    ),
    "good": "Of {verified} verified answers {wrong} were wrong: surely {low} to {high} in 100.",
    "bad": "Of {verified} verified answers {wrong} were wrong: too many for AI to propose.",
    "certified": "A signed certificate says what AI may finish alone there.",
    "floor": "A person decides all its cases, whatever is proved.",
    "wish": "Those who do it wish for {wish} on the scale from 1 (AI alone) to 5 (a person).",
    "capability": "The criteria add up to {score} of 100 points for AI.",
    "thumb": "Rule of thumb, from where it stands in the picture.",
    "no_reason": "Say why, so that others can follow it.",
    "beyond_law": "The law does not leave AI as much of this task.",
}
"""English sentences of reasons; translations use them as keys, figures are put in afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What cases of a live process show: verified answers, how many were wrong, and whether a
    signed certificate lets AI finish some alone. `floor`: a person decides whatever is proved."""

    verified: int = 0
    wrong: int = 0
    certified: bool = False
    floor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one source leaves AI at most, and the sentence for it."""

    source: Source
    most: Division
    words: str
    figures: Mapping[str, str | float] = field(default_factory=dict)


_CAPABLE = (
    (0.7, Division.AI_ALONE),
    (0.55, Division.AI_LEADS),
    (0.4, Division.TOGETHER),
    (0.25, Division.PERSON_LEADS),
    (0.15, Division.PERSON_INFORMED),
)


@lru_cache(maxsize=KEPT)
def proved(measured: Measured | None) -> Reason:
    """What measured cases leave AI at most: the start, until they show more or less."""
    if measured is None or not (measured.verified or measured.certified or measured.floor):
        return Reason(source=Source.EVIDENCE, most=START, words=WORDS["unmeasured"])
    if measured.floor:
        return Reason(source=Source.EVIDENCE, most=START, words=WORDS["floor"])
    if measured.certified:
        return Reason(source=Source.EVIDENCE, most=Division.AI_ALONE, words=WORDS["certified"])
    low, high = Share(hits=measured.wrong, n=measured.verified).interval
    figures = {
        "verified": measured.verified, "wrong": measured.wrong,
        "low": round(100 * low, 1), "high": round(100 * high, 1),
    }  # fmt: skip
    kind, most = "few", START
    if measured.verified >= ENOUGH and high <= FEW_WRONG:
        kind, most = "good", Division.AI_LEADS
    elif measured.verified >= FEWEST and low > MANY_WRONG:
        kind, most = "bad", Division.PERSON_LEADS
    return Reason(source=Source.EVIDENCE, most=most, words=WORDS[kind], figures=figures)


def wished(wish: float) -> Division:
    """The division that comes nearest to a wish on the Human Agency Scale (1 to 5)."""
    steps = (Division.AI_ALONE, Division.AI_LEADS, Division.TOGETHER, Division.PERSON_LEADS)
    place = int(wish + 0.5) - 1
    return steps[max(0, place)] if place < len(steps) else Division.PERSON_ALONE


def capable(score: float) -> Division:
    """The most that a score (0 to 1) speaks for."""
    for floor, division in _CAPABLE:
        if score >= floor:
            return division
    return Division.PERSON_ALONE


@lru_cache(maxsize=KEPT)
def by_law(cap: Cap) -> Reason:
    """What the law leaves AI at most."""
    words = LAW_WORDS[cap.law]
    return Reason(source=Source.LAW, most=cap.most, words=words, figures={"word": cap.word})


@lru_cache(maxsize=KEPT)
def by_wish(wish: float) -> Reason:
    """What those who do it leave AI, by their wish (1 to 5)."""
    figures = {"wish": wish}
    return Reason(source=Source.WISH, most=wished(wish), words=WORDS["wish"], figures=figures)


@lru_cache(maxsize=KEPT)
def by_score(score: float) -> Reason:
    """What the criteria speak for, by their score (0 to 1)."""
    return Reason(
        source=Source.CAPABILITY, most=capable(score), words=WORDS["capability"],
        figures={"score": round(100 * score)},
    )  # fmt: skip


@lru_cache(maxsize=KEPT)
def by_thumb(division: Division) -> Reason:
    """What the place in the picture speaks for."""
    return Reason(source=Source.THUMB, most=division, words=WORDS["thumb"])
