"""What stands out in a round, and what in Samspil helps with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.readiness.changes import Course, Measure, change
from samspil.core.readiness.figures import Group, Size, Told
from samspil.core.readiness.statements import BY_KEY, Area, area_of

WEAK = 3.5
"""Below this mean an area is worth a sentence."""
APART = 1.2
"""From this spread on people see a thing very differently."""
MANY = 0.25
"""Of all people who handed in; so many who do not know are worth a sentence."""
MOST = 2
"""Of each kind."""


class Kind(StrEnum):
    """What may stand out."""

    LOW = "low"
    APART = "apart"
    UNSURE = "unsure"
    LEADERS_HIGHER = "leaders_higher"
    LEADERS_LOWER = "leaders_lower"


WORDS: Mapping[Kind, str] = {
    Kind.LOW: "{of} stands low, with {mean} of 5.",
    Kind.APART: "“{of}” is seen very differently. Ask what lies behind it before you act.",
    Kind.UNSURE: "“{of}” is something that many do not know. Tell, before you change anything.",
    Kind.LEADERS_HIGHER: "{of}: leaders see it better than everybody else does.",
    Kind.LEADERS_LOWER: "{of}: leaders see it worse than everybody else does.",
}
"""English sentences; translations use them as their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that stands out of an area or a statement (`of`); `mean` is of those who know."""

    kind: Kind
    of: str
    mean: float | None = None

    @property
    def area(self) -> Area:
        """The area it belongs to."""
        return area_of(self.of)


def findings(told: Sequence[Told], *, people: int) -> list[Finding]:
    """What stands out among what was told of so many people, the weightiest first."""
    everybody = [one for one in told if one.group is Group.ALL]
    return [*_low(everybody), *_unsure(everybody, people), *_apart(everybody), *_beside(told)]


def _low(told: Sequence[Told]) -> list[Finding]:
    weak = [
        (one.mean, one.of)
        for one in told
        if one.of not in BY_KEY and one.mean is not None and one.mean < WEAK
    ]
    return [Finding(kind=Kind.LOW, of=of, mean=mean) for mean, of in sorted(weak)[:MOST]]


def _unsure(told: Sequence[Told], people: int) -> list[Finding]:
    found = [
        (people if one.unsure.size is Size.MOST else one.unsure.n or 0, one.of)
        for one in told
        if one.of in BY_KEY
    ]
    many = sorted((one for one in found if one[0] >= MANY * people), key=lambda one: -one[0])
    return [Finding(kind=Kind.UNSURE, of=of) for _n, of in many[:MOST]]


def _apart(told: Sequence[Told]) -> list[Finding]:
    wide = [
        (one.spread, one.of)
        for one in told
        if one.of in BY_KEY and one.spread is not None and one.spread >= APART
    ]
    widest = sorted(wide, key=lambda one: -one[0])[:MOST]
    return [Finding(kind=Kind.APART, of=of) for _spread, of in widest]


def _beside(told: Sequence[Told]) -> list[Finding]:
    """Where leaders and all others differ by more than chance and steps explain."""
    by = {(one.of, one.group): one for one in told}
    found = []
    for area in Area:
        leaders = measure_of(by.get((area, Group.LEADERS)))
        others = measure_of(by.get((area, Group.OTHERS)))
        if leaders is None or others is None:
            continue
        course = change(others, leaders).course
        if course is not Course.UNTOLD:
            up = course is Course.UP
            kind = Kind.LEADERS_HIGHER if up else Kind.LEADERS_LOWER
            found.append(Finding(kind=kind, of=area))
    return found


def measure_of(told: Told | None) -> Measure | None:
    """What is told as something to compare; None where no mean is."""
    if told is None or told.mean is None or told.spread is None:
        return None
    return Measure(mean=told.mean, spread=told.spread, people=told.people)
