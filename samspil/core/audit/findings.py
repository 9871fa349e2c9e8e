"""What stands out among tasks: time out of proportion, carrying between systems, disagreement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from samspil.core.audit.said import Agreement

LEAST_SHARE = 0.05
"""Of all hours; what takes less is not worth a sentence."""
OUT_OF_PROPORTION = 2
"""So many times its share of how often things are done."""
MUCH_FRUSTRATION = 3.5
MOST = 3
"""Of each kind, those that cost most hours."""
HUNDRED = 100


class Kind(StrEnum):
    """What may stand out."""

    BETWEEN = "between"
    HEAVY = "heavy"
    FRUSTRATING = "frustrating"
    WISHES = "wishes"
    DURATIONS = "durations"


WORDS = {
    Kind.BETWEEN: "{task}: {hours} hours a week go to work that touches several systems.",
    Kind.HEAVY: "{task} takes {share} in 100 of the hours, and is {often} in 100 of what is done.",
    Kind.FRUSTRATING: "{task} frustrates (about {frustration} of 5), for {hours} hours a week.",
    Kind.WISHES: "{task}: colleagues wish for different things. Ask them before you change it.",
    Kind.DURATIONS: "{task} takes colleagues very different times. Who is quick may know a way.",
}
"""English sentences; translations use them as their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A task as it may be told: hours a week of all together, how often a week for all together."""

    task: str
    hours: float
    often: float
    frustration: float | None
    between_hours: float | None
    wishes: str
    durations: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that stands out; the sentence of its kind is filled by `figures`."""

    kind: Kind
    figures: Mapping[str, str | float] = field(default_factory=dict)


def findings(tasks: Sequence[Measured]) -> list[Finding]:
    """What stands out, a few of each kind, those first that cost most hours."""
    hours, often = sum(one.hours for one in tasks), sum(one.often for one in tasks)
    if not hours or not often:
        return []
    large = [one for one in tasks if one.hours / hours >= LEAST_SHARE]
    large.sort(key=lambda one: -one.hours)
    found: list[Finding] = []
    found += [_between(one) for one in large if one.between_hours][:MOST]
    found += [
        _heavy(one, hours=hours, often=often)
        for one in large
        if one.hours / hours >= OUT_OF_PROPORTION * one.often / often
    ][:MOST]
    found += [_frustrating(one) for one in large if (one.frustration or 0) >= MUCH_FRUSTRATION][
        :MOST
    ]
    found += [_plain(Kind.WISHES, one) for one in large if one.wishes == Agreement.APART][:MOST]
    slow = [one for one in large if one.durations == Agreement.APART]
    return found + [_plain(Kind.DURATIONS, one) for one in slow][:MOST]


def _between(one: Measured) -> Finding:
    figures: dict[str, str | float] = {"task": one.task, "hours": one.between_hours or 0}
    return Finding(kind=Kind.BETWEEN, figures=figures)


def _heavy(one: Measured, *, hours: float, often: float) -> Finding:
    figures: dict[str, str | float] = {
        "task": one.task,
        "share": round(one.hours / hours * HUNDRED),
        "often": round(one.often / often * HUNDRED),
    }
    return Finding(kind=Kind.HEAVY, figures=figures)


def _frustrating(one: Measured) -> Finding:
    figures: dict[str, str | float] = {
        "task": one.task,
        "frustration": one.frustration or 0,
        "hours": one.hours,
    }
    return Finding(kind=Kind.FRUSTRATING, figures=figures)


def _plain(kind: Kind, one: Measured) -> Finding:
    return Finding(kind=kind, figures={"task": one.task})
