"""What people say of a task, on scales from 1 to 5, and what follows for AI by unit weights.

Nothing here was learned from anybody's data: every criterion weighs the same, so that a reader can
add up the score by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LOWEST, HIGHEST = 1.0, 5.0
FEWEST = 3
"""Of fewer criteria no score is said."""


class Criterion(StrEnum):
    """What is asked of a task. The first four are the rule of thumb's."""

    REPETITION = "repetition"
    DATA = "data"
    RULES = "rules"
    EMPATHY = "empathy"
    UNCERTAINTY = "uncertainty"
    EXPERTISE = "expertise"
    COMMUNICATION = "communication"
    PHYSICAL = "physical"


ALL = tuple(Criterion)
"""In their order; asking an enumeration anew for each of many tasks is slow."""
FOR_AI = frozenset({Criterion.REPETITION, Criterion.DATA, Criterion.RULES})
"""The more of these, the more AI can do; the more of the others, the less."""
WORDS = {
    Criterion.REPETITION: "How often does it repeat itself?",
    Criterion.DATA: "How much of it is reading and working with data?",
    Criterion.RULES: "How far do fixed rules say what is right?",
    Criterion.EMPATHY: "How much does it take to understand how somebody feels?",
    Criterion.UNCERTAINTY: "How often is it unclear what to do?",
    Criterion.EXPERTISE: "How much experience in the field does it take?",
    Criterion.COMMUNICATION: "How much talking with other people does it take?",
    Criterion.PHYSICAL: "How much of it is done with the hands or on the spot?",
}
"""Each question in English; translations use the same words as their key."""
Criteria = Mapping[Criterion, float]


class OffScale(ValueError):
    """A criterion is below 1 or above 5; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How much AI can probably do, 0 to 1, as the mean of `parts` (each 0 to 1).

    `missing` are the criteria nobody has said anything of.
    """

    value: float
    parts: Mapping[Criterion, float]
    missing: tuple[Criterion, ...]

    @property
    def against(self) -> tuple[Criterion, ...]:
        """What speaks most against AI, at most three, the strongest first."""
        low = sorted((part, one.value) for one, part in self.parts.items() if part < 0.5)
        return tuple(Criterion(name) for _, name in low[:3])

    @property
    def in_favour(self) -> tuple[Criterion, ...]:
        """What speaks most for AI, at most three, the strongest first."""
        high = sorted((-part, one.value) for one, part in self.parts.items() if part > 0.5)
        return tuple(Criterion(name) for _, name in high[:3])


def check_scale(said: Criteria) -> None:
    """Raise `OffScale` unless every criterion is from 1 to 5."""
    for one, value in said.items():
        if not LOWEST <= value <= HIGHEST:
            raise OffScale(f"{one.value}: {value:g} is not between 1 and 5.")


def score_of(said: Criteria) -> Score | None:
    """The score by unit weights; None of fewer than three criteria. Raises `OffScale`."""
    check_scale(said)
    if len(said) < FEWEST:
        return None
    parts = {one: _part(one, said[one]) for one in ALL if one in said}
    return Score(
        value=sum(parts.values()) / len(parts),
        parts=parts,
        missing=tuple(one for one in ALL if one not in said),
    )


def together(views: Sequence[Criteria]) -> Criteria:
    """What several views say on average, each criterion over those who said something of it."""
    said = [view for view in views if view]
    if len(said) == 1:
        return said[0]
    found: dict[Criterion, float] = {}
    for one in ALL:
        values = [view[one] for view in said if one in view]
        if values:
            found[one] = sum(values) / len(values)
    return found


def _part(criterion: Criterion, value: float) -> float:
    share = (value - LOWEST) / (HIGHEST - LOWEST)
    return share if criterion in FOR_AI else 1 - share
