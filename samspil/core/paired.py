"""Which of two is better, from what both said of the same examples."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

UNLIKELY = 0.05
"""A difference that chance alone makes less often than this is one to be seen."""


class Finding(StrEnum):
    """What a comparison shows."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """Of `tried` examples, `better` were right with the first only, `worse` the other way round."""

    better: int
    worse: int
    tried: int

    @property
    def chance(self) -> float:
        """How often chance alone parts two that are equally good by as much (exact, two-sided).

        This is the exact test of McNemar: of the examples on which the two differ, each would be
        won by either with the same probability.
        """
        differing, fewer = self.better + self.worse, min(self.better, self.worse)
        ways = term = 1
        for k in range(fewer):
            term = term * (differing - k) // (k + 1)
            ways += term
        share: float = 2 * ways / (1 << differing)
        return min(1.0, share)

    @property
    def finding(self) -> Finding:
        """Better or worse only where chance hardly explains it."""
        if self.chance >= UNLIKELY:
            return Finding.SAME
        return Finding.BETTER if self.better > self.worse else Finding.WORSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The topic names of two that are compared: those both know, and those only one knows."""

    both: frozenset[str]
    only_first: tuple[str, ...] = ()
    only_second: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the two know the same names."""
        return not (self.only_first or self.only_second)


def common(first: Set[str], second: Set[str]) -> Common:
    """Which names two share; a name that only one of them knows proves nothing of the other."""
    return Common(
        both=frozenset(first & second),
        only_first=tuple(sorted(first - second)),
        only_second=tuple(sorted(second - first)),
    )


def compare(
    first: Mapping[str, str], second: Mapping[str, str], truth: Mapping[str, str]
) -> Paired:
    """Compare on what all three know of; each maps an example to a topic."""
    both = [key for key in truth if key in first and key in second]
    return Paired(
        better=len(won(first, second, truth)),
        worse=len(won(second, first, truth)),
        tried=len(both),
    )


def won(first: Mapping[str, str], second: Mapping[str, str], truth: Mapping[str, str]) -> list[str]:
    """The examples that were right with the first and wrong with the second, in their order."""
    return [
        key
        for key, topic in truth.items()
        if key in first and key in second and first[key] == topic != second[key]
    ]
