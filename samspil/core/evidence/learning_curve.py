"""What more examples would bring, with an interval that says how little one can know of it.

Errors fall with the number of examples as c + a n^-b (Cortes et al., 1994; Hestness et al., 2017):
c never goes away, b is mostly between 0.1 and 1. Nothing is said of more than twice as many
examples as were tried.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samspil.core.evidence.habits import Numbers

FURTHEST = 2.0
FEWEST_SIZES = 4
DRAWS = 400
SLOPES = np.linspace(0.1, 1.0, 19)
MIDDLE_95 = (2.5, 97.5)


class TooFar(ValueError):
    """More examples than can be spoken for; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """With so many examples learned from, `wrong` of `tested` further cases were wrong."""

    examples: int
    wrong: int
    tested: int

    def __post_init__(self) -> None:
        if self.examples < 1 or not 0 <= self.wrong <= self.tested or self.tested < 1:
            raise ValueError("A version learned from examples and was tested on cases.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The share wrong to expect, 0 to 1, and the interval it lies in with 95 %."""

    wrong: float
    low: float
    high: float


def expected(tried: Sequence[Tried], *, examples: int, seed: int) -> Expected | None:
    """The share wrong with so many examples; None of fewer than four numbers of examples tried.

    Each size is drawn again as it might have come out (parametric bootstrap: Efron, 1979), and the
    misfit of the curve, which the draws do not know of, is added; the interval widens with the
    square root of how many times further than tried it is looked. Raises `TooFar`.
    """
    most = max((one.examples for one in tried), default=0)
    if len({one.examples for one in tried}) < FEWEST_SIZES:
        return None
    if examples > FURTHEST * most:
        raise TooFar(f"Nothing can be said of more than {round(FURTHEST * most)} examples.")
    sizes = np.array([one.examples for one in tried], dtype=np.float64)
    tested = np.array([one.tested for one in tried], dtype=np.intp)
    seen = (np.array([one.wrong for one in tried]) + 0.5) / (tested + 1)
    weights = tested / (seen * (1 - seen))
    middle, misfit = _fitted(sizes, seen[None], weights, at=examples)
    again = np.random.default_rng(seed).binomial(tested, seen, (DRAWS, len(tested)))
    draws, _ = _fitted(sizes, again / tested, weights, at=examples)
    low, high = np.percentile(draws, MIDDLE_95)
    spare = 2 * float(misfit[0]) * max(1.0, examples / most) ** 0.5
    value = float(middle[0])
    return Expected(
        wrong=value,
        low=max(0.0, min(value, float(low)) - spare),
        high=min(1.0, max(value, float(high)) + spare),
    )


def _fitted(
    sizes: Numbers, rows: Numbers, weights: Numbers, *, at: float
) -> tuple[Numbers, Numbers]:
    """What the best curve of each row of shares says at a size, and how far rows lie off it."""
    best = np.full(len(rows), np.inf)
    value = np.zeros(len(rows))
    for slope in SLOPES:
        falling = sizes**-slope
        base, factor = _line(falling, rows, weights)
        off = (weights * (rows - base[:, None] - factor[:, None] * falling) ** 2).sum(axis=1)
        better = off < best
        best = np.where(better, off, best)
        value = np.where(better, base + factor * at**-slope, value)
    return np.clip(value, 0.0, 1.0), np.sqrt(best / weights.sum())


def _line(falling: Numbers, rows: Numbers, weights: Numbers) -> tuple[Numbers, Numbers]:
    """Weighted least squares of base + factor * falling, with neither below 0."""
    share = weights / weights.sum()
    middle, mean = share @ falling, rows @ share
    spread = share @ (falling - middle) ** 2
    factor = np.maximum((rows - mean[:, None]) @ (share * (falling - middle)) / spread, 0.0)
    base = mean - factor * middle
    through = rows @ (share * falling) / (share @ falling**2)
    below = base < 0
    return np.where(below, 0.0, base), np.where(below, through, factor)
