"""Whether people and AI together are better than either alone, on the same cases.

On average teams are worse than the better of both (Vaccaro, Almaatouq and Malone, 2024), so it is
said only of one process at a time, and only where chance does not explain it.
"""

from dataclasses import dataclass

import numpy as np

from samspil.core.anonymity import enough
from samspil.core.evidence.binomial import between
from samspil.core.evidence.habits import Flags
from samspil.core.paired import Paired
from samspil.core.shares import Share

OF_DIRECTION, OF_SIZE = 0.04, 0.01
"""The 5 % by which the interval may miss: for who is better, and for how often they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """By how much one way is more often right than another on the same cases, from -1 to 1.

    `low` and `high` hold it with at least 95 % certainty; from -1 to 1 of nothing.
    """

    value: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How often AI alone, people alone and both together were right on the same cases.

    `people` and `over_people` are None of fewer than five people.
    """

    ai: Share
    both: Share
    over_ai: Gain
    people: Share | None
    over_people: Gain | None
    better_than_both: bool


def compare_ways(ai: Flags, person: Flags, both: Flags, *, people: int) -> Ways:
    """Compare who was right; each flag says so of one case, and a person judged before seeing AI.

    `people` is how many different ones did. Each of two one-sided tests holds by itself, so both
    together need no correction (Berger, 1982).
    """
    if not ai.shape == person.shape == both.shape:
        raise ValueError("All three ways must have been tried on the same cases.")
    over_ai, over_people = gain(both, ai), gain(both, person)
    shown = enough(people)
    return Ways(
        ai=_share(ai),
        both=_share(both),
        over_ai=over_ai,
        people=_share(person) if shown else None,
        over_people=over_people if shown else None,
        better_than_both=min(over_ai.low, over_people.low) > 0,
    )


def gain(first: Flags, second: Flags) -> Gain:
    """By how much the first was more often right than the second on the same cases.

    The gain is (2θ - 1)π, with π the share of cases on which they differ and θ that of those won
    by the first. Exact bounds for both (Clopper and Pearson, 1934) bound their product.
    """
    won = Paired(
        better=int((first & ~second).sum()), worse=int((second & ~first).sum()), tried=len(first)
    )
    differing = won.better + won.worse
    wins = between(won.better, differing, OF_DIRECTION)
    often = between(differing, won.tried, OF_SIZE)
    corners = [(2 * win - 1) * share for win in wins for share in often]
    value = (won.better - won.worse) / won.tried if won.tried else None
    return Gain(value=value, low=min(corners), high=max(corners))


def _share(right: Flags) -> Share:
    return Share(hits=int(np.count_nonzero(right)), n=len(right))
