"""Two groups' outcomes side by side, and what they show, said honestly where there are few.

Exact tests hold for any number of cases. What they do not find is no proof of its absence: there is
"no difference" only where the interval leaves no room for one that matters.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from math import ceil, exp, log, sqrt
from typing import TypeVar

import numpy as np
import scipy  # loads what is asked for: its statistics take a second
from scipy.special import ndtri

from samspil.core.shares import Z_95, Share

UNLIKELY = 0.05
"""A difference that chance alone makes less often than this is one to be seen."""
MATTERS = 0.10
"""A difference of ten in a hundred is worth knowing of, whichever way it goes."""
POWER = 0.80
"""Cases suffice where a difference that matters would be found at least so often."""
LEAST_EXPECTED = 5
"""With fewer cases expected in a cell, if the groups were alike, nothing is concluded from there
being no difference."""
MOST_FOR_BOSCHLOO = 20_000
"""Beyond so many possible tables the stronger test takes too long, and hardly differs."""
ALIKE = 1e-7
"""Tables whose chances differ by less than this share are equally likely."""


Key = TypeVar("Key", bound=Hashable)


class Verdict(StrEnum):
    """What may be said of two groups."""

    NO_DIFFERENCE = "no_difference"
    DIFFERENCE = "difference"
    NO_CONCLUSION = "no_conclusion"


WORDS = {
    Verdict.NO_DIFFERENCE: (
        "No difference to be seen: if there is one, it is smaller than {most} in 100."
    ),
    Verdict.DIFFERENCE: (
        "A difference that chance hardly explains: {first} against {second} in 100."
    ),
    Verdict.NO_CONCLUSION: (
        "No conclusion possible: it takes about {needed} cases in each group to tell."
    ),
}
"""English sentences; translations use the same sentences as their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is said of two groups, and the figures that fill its sentence."""

    verdict: Verdict
    words: str
    figures: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """How often something came out in each of two groups; each has at least one case."""

    first: Share
    second: Share

    def __post_init__(self) -> None:
        """Raise `ValueError` where there is nothing to compare."""
        if not (0 <= self.first.hits <= self.first.n and 0 <= self.second.hits <= self.second.n):
            raise ValueError("There cannot be more outcomes than cases.")
        if not self.first.n or not self.second.n:
            raise ValueError("Each group has at least one case.")

    @property
    def rates(self) -> tuple[float, float]:
        """Both shares, 0 to 1."""
        return self.first.hits / self.first.n, self.second.hits / self.second.n

    @property
    def impact_ratio(self) -> float | None:
        """The first group's rate by the second's; None where the second's is 0."""
        one, other = self.rates
        return one / other if other else None

    @property
    def ratio_interval(self) -> tuple[float, float] | None:
        """Katz's 95 % interval of the ratio; None where a group has no outcome to go by."""
        (a, n), (b, m) = self._counts
        if not a or not b:
            return None
        middle, spread = log((a / n) / (b / m)), sqrt(1 / a - 1 / n + 1 / b - 1 / m)
        return exp(middle - Z_95 * spread), exp(middle + Z_95 * spread)

    @property
    def difference(self) -> float:
        """The first group's rate less the second's, -1 to 1."""
        one, other = self.rates
        return one - other

    @property
    def difference_interval(self) -> tuple[float, float]:
        """Newcombe's 95 % interval of the difference (his method 10)."""
        one, other = self.rates
        (low, high), (low_other, high_other) = self.first.interval, self.second.interval
        down = sqrt((one - low) ** 2 + (high_other - other) ** 2)
        up = sqrt((high - one) ** 2 + (other - low_other) ** 2)
        return self.difference - down, self.difference + up

    @cached_property
    def fisher(self) -> float:
        """How often chance alone parts the groups at least as much, all totals kept as they are."""
        return float(scipy.stats.fisher_exact(np.array(self._table)).pvalue)

    @cached_property
    def mid_p(self) -> float:
        """Fisher's, with half of what is exactly as likely: less strict where there are few."""
        (a, n), (b, m) = self._counts
        ways = scipy.stats.hypergeom(n + m, a + b, n)
        this = ways.pmf(a)
        chances = ways.pmf(np.arange(max(0, a + b - m), min(n, a + b) + 1))
        rarer = chances[chances < this * (1 - ALIKE)].sum()
        alike = chances[np.abs(chances - this) <= this * ALIKE].sum()
        return min(1.0, float(rarer + alike / 2))

    @cached_property
    def boschloo(self) -> float | None:
        """Boschloo's test, stronger than Fisher's; None of very many cases.

        It keeps the totals of the outcomes, as the law's worked examples do: where cases came as
        they came, neither these nor the groups' sizes were set beforehand, and either will do.
        """
        (a, n), (b, m) = self._counts
        came, stayed = a + b, n + m - a - b
        if (came + 1) * (stayed + 1) > MOST_FOR_BOSCHLOO:
            return None
        if not came or not stayed:
            return 1.0
        return min(1.0, float(scipy.stats.boschloo_exact(np.array(self._table)).pvalue))

    @property
    def chance(self) -> float:
        """What the verdict goes by: Boschloo's test, or Fisher's where there are very many."""
        return self.fisher if self.boschloo is None else self.boschloo

    @property
    def fewest_expected(self) -> float:
        """Of the four cells the fewest cases that would be there if the groups were alike."""
        (a, n), (b, m) = self._counts
        share = (a + b) / (n + m)
        return min(n, m) * min(share, 1 - share)

    def found(self, *, chance: float | None = None) -> Found:
        """What may be said; `chance` is the one to go by where several groups are compared."""
        by = self.chance if chance is None else chance
        most = max(abs(end) for end in self.difference_interval)
        if by < UNLIKELY:
            one, other = (round(100 * rate) for rate in self.rates)
            return finding(Verdict.DIFFERENCE, first=one, second=other)
        if self.fewest_expected < LEAST_EXPECTED or most > MATTERS:
            return finding(Verdict.NO_CONCLUSION, needed=self.needed)
        return finding(Verdict.NO_DIFFERENCE, most=ceil(100 * most))

    @property
    def needed(self) -> int:
        """How many cases in each group it takes to find a difference that matters."""
        (a, n), (b, m) = self._counts
        middle = min(max((a + b) / (n + m), MATTERS / 2), 1 - MATTERS / 2)
        return cases_to_tell(middle - MATTERS / 2, middle + MATTERS / 2)

    @property
    def _counts(self) -> tuple[tuple[int, int], tuple[int, int]]:
        return (self.first.hits, self.first.n), (self.second.hits, self.second.n)

    @property
    def _table(self) -> list[list[int]]:
        (a, n), (b, m) = self._counts
        return [[a, n - a], [b, m - b]]


def cases_to_tell(one: float, other: float) -> int:
    """Cases in each group that show these two rates to differ in 80 of 100 tries (Fleiss)."""
    middle, apart = (one + other) / 2, abs(one - other)
    unlikely, power = ndtri(1 - UNLIKELY / 2), ndtri(POWER)
    alike = unlikely * sqrt(2 * middle * (1 - middle))
    differing = power * sqrt(one * (1 - one) + other * (1 - other))
    return ceil(((alike + differing) / apart) ** 2)


def holm(chances: Sequence[float]) -> list[float]:
    """The chances when as many questions are asked at once (Holm, 1979), in the same order."""
    order = sorted(range(len(chances)), key=lambda place: chances[place])
    found, least = [0.0] * len(chances), 0.0
    for rank, place in enumerate(order):
        least = max(least, min(1.0, (len(chances) - rank) * chances[place]))
        found[place] = least
    return found


def each_with_the_rest(groups: Mapping[str, Share]) -> dict[str, tuple[Comparison, Found]]:
    """Each group beside all others together, with what may be said though many are asked about.

    Of two groups the first is compared with the second, once. Groups without a case, or beside
    which there is none, are left out.
    """
    there = {name: one for name, one in groups.items() if one.n}
    named = list(there)[:1] if len(there) == 2 else list(there)
    rest = {name: _rest(there, name) for name in named}
    pairs = {
        name: Comparison(first=there[name], second=rest[name]) for name in named if rest[name].n
    }
    return _allowing_for_many(pairs)


def each_pair(
    groups: Mapping[str, Share],
) -> dict[tuple[str, str], tuple[Comparison, Found]]:
    """Each two groups side by side, with what may be said though many are asked about.

    Groups without a case are left out.
    """
    there = [(name, one) for name, one in groups.items() if one.n]
    pairs = {
        (name, other): Comparison(first=one, second=two)
        for (name, one), (other, two) in combinations(there, 2)
    }
    return _allowing_for_many(pairs)


def _allowing_for_many(pairs: Mapping[Key, Comparison]) -> dict[Key, tuple[Comparison, Found]]:
    fair = holm([one.chance for one in pairs.values()])
    return {
        key: (one, one.found(chance=chance))
        for (key, one), chance in zip(pairs.items(), fair, strict=True)
    }


def _rest(groups: Mapping[str, Share], name: str) -> Share:
    others = [one for other, one in groups.items() if other != name]
    return Share(hits=sum(one.hits for one in others), n=sum(one.n for one in others))


def finding(verdict: Verdict, **figures: int) -> Found:
    """A verdict with its sentence and the figures that fill it."""
    return Found(verdict=verdict, words=WORDS[verdict], figures=figures)
