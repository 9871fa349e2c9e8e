"""The middle of many values, what half of them lie between, and how sure the middle is."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from statistics import median, quantiles

SURE = 0.95
"""How certain an interval is."""
MOST = 500
"""Of more values the interval is worked out by the normal distribution."""
Z_95 = 1.959963984540054


class NoValues(ValueError):
    """Nothing was given, or less than nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Of `n` values: the median, the middle half (`low` to `high`), and where the median of all
    such values lies with a certainty of 95 in 100 (`sure_low` to `sure_high`; None where they are
    too few to say)."""

    n: int
    median: float
    low: float
    high: float
    sure_low: float | None
    sure_high: float | None


def spread_of(values: Sequence[float]) -> Spread:
    """The spread of these values, none below 0; raises `NoValues`."""
    if not values or min(values) < 0:
        raise NoValues("A spread needs values, none of them below 0.")
    ordered = sorted(values)
    low, _, high = quantiles(ordered, n=4, method="inclusive") if len(ordered) > 1 else ordered * 3
    rank = _rank(len(ordered))
    return Spread(
        n=len(ordered),
        median=median(ordered),
        low=low,
        high=high,
        sure_low=None if rank is None else ordered[rank],
        sure_high=None if rank is None else ordered[-1 - rank],
    )


def _rank(n: int) -> int | None:
    """How many values to leave out at either end, so that the median still lies between the others
    in 95 of 100 draws, whatever the values are; None where even the ends are too near.

    Each value lies below the true median with a chance of one half.
    """
    if n > MOST:
        return int((n - Z_95 * n**0.5) / 2) - 1
    rest, left = (1 - SURE) / 2 * 2**n, 0
    for rank in range(n // 2 + 1):
        left += comb(n, rank)
        if left > rest:
            return rank - 1 if rank else None
    return None
