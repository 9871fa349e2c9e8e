"""A guess in three points, and draws of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

import numpy as np
from scipy.special import betaincinv, ndtr

from samspil.core.payback import DRAWN, Draws

WEIGHT = 4
"""How much more the likely point counts than either end (PERT; Malcolm and others, 1959)."""
GRID = np.linspace(0.0, 1.0, 257)
DIGITS = 3


class Fault(StrEnum):
    """Why three points are no guess."""

    BELOW = "below"
    ORDER = "order"
    ABOVE = "above"


WORDS = {
    Fault.BELOW: "None of the three may be less than 0.",
    Fault.ORDER: "The three have to go upwards: at least, most likely, at most.",
    Fault.ABOVE: "This is more than can be: {most} at most.",
}
"""English sentences; translations use them as their keys."""


class BadGuess(ValueError):
    """The three points are no guess; `words` is filled by `figures`."""

    def __init__(self, fault: Fault, **figures: str) -> None:
        super().__init__(fault)
        self.fault, self.words, self.figures = fault, WORDS[fault], figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """From `low` over what is most `likely` to `high`, all 0 or more. Raises `BadGuess`."""

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        """Refuse what is no guess."""
        if not all(isfinite(one) for one in (self.low, self.likely, self.high)):
            raise BadGuess(Fault.ORDER)
        if min(self.low, self.likely, self.high) < 0:
            raise BadGuess(Fault.BELOW)
        if not self.low <= self.likely <= self.high:
            raise BadGuess(Fault.ORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentiles:
    """What 10, 50 and 90 in 100 draws stay below, by their first three digits."""

    p10: float
    p50: float
    p90: float


def exactly(value: float) -> Guess:
    """A guess of which nothing is in doubt."""
    return Guess(low=value, likely=value, high=value)


def drawn(guess: Guess, ranks: Draws) -> Draws:
    """The values that stand at these ranks (0 to 1) of the guess, by the PERT distribution."""
    width = guess.high - guess.low
    if not width:
        return np.full(ranks.shape, guess.low)
    up = 1 + WEIGHT * (guess.likely - guess.low) / width
    down = 1 + WEIGHT * (guess.high - guess.likely) / width
    return guess.low + width * np.interp(ranks, GRID, betaincinv(up, down, GRID))


def ranks_of(chance: np.random.Generator) -> Draws:
    """Ranks, each as likely as any other."""
    return chance.random(DRAWN)


def ranks_together(chance: np.random.Generator, correlation: float) -> tuple[Draws, Draws]:
    """Ranks of two things that tend to be large together (Gaussian copula)."""
    first, other = chance.standard_normal((2, DRAWN))
    second = correlation * first + (1 - correlation**2) ** 0.5 * other
    return ndtr(first), ndtr(second)


def percentiles(values: Draws) -> Percentiles:
    """The range of these draws."""
    p10, p50, p90 = np.quantile(values, (0.1, 0.5, 0.9))
    return Percentiles(p10=rounded(p10), p50=rounded(p50), p90=rounded(p90))


def rounded(value: float) -> float:
    """By its first three digits: guesses carry no more."""
    return float(f"{value:.{DIGITS}g}")


def summed(guesses: Sequence[Guess]) -> Guess:
    """All of them together, as if all went well or badly at once: wider than it has to be."""
    return Guess(
        low=sum(one.low for one in guesses),
        likely=sum(one.likely for one in guesses),
        high=sum(one.high for one in guesses),
    )
