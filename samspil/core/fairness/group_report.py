"""What the outcomes of groups show: each beside all others, and each pair, in figures to keep."""

from collections.abc import Mapping
from dataclasses import dataclass

from samspil.core.fairness.four_fifths import signal_of
from samspil.core.fairness.outcomes import (
    WORDS,
    Comparison,
    Found,
    Verdict,
    each_pair,
    each_with_the_rest,
)
from samspil.core.shares import Share

MOST_IN_PAIRS = 6
"""Of more groups each is compared with all others only: so many pairs say nothing for sure."""
REST = ""
"""Stands for all other groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Two groups side by side; `second` is `REST` where it is all others together.

    `ratio` is the first's rate by the second's with Katz's interval, `difference` the rates'
    difference (-1 to 1) with Newcombe's. `fisher`, `mid_p` and `boschloo` are chances (0 to 1) of
    this one question (None: too many cases); the verdict allows for how many are asked. `below`:
    the lower rate is less than four fifths of the higher, which says nothing by itself, since
    `false_alarms` (0 to 1; None of very many cases) of such groups are though nothing is wrong.
    """

    first: str
    second: str
    hits: int
    n: int
    other_hits: int
    other_n: int
    ratio: float | None
    ratio_low: float | None
    ratio_high: float | None
    difference: float
    difference_low: float
    difference_high: float
    fisher: float
    mid_p: float
    boschloo: float | None
    verdict: str
    figures: Mapping[str, int]
    below: bool
    false_alarms: float | None

    @property
    def found(self) -> Found:
        """What may be said of the two."""
        verdict = Verdict(self.verdict)
        return Found(verdict=verdict, words=WORDS[verdict], figures=self.figures)


def rows_of(groups: Mapping[str, Share]) -> list[Row]:
    """Each group beside all others, and then each pair where there are three to six."""
    beside = each_with_the_rest(groups)
    seconds = [name for name in groups if len(groups) == 2 and name not in beside]
    second = seconds[0] if seconds else REST
    rows = [_row(name, second, *both) for name, both in beside.items()]
    if 2 < len(groups) <= MOST_IN_PAIRS:
        rows += [_row(one, other, *both) for (one, other), both in each_pair(groups).items()]
    return rows


def _row(first: str, second: str, pair: Comparison, found: Found) -> Row:
    katz, (low, high) = pair.ratio_interval, pair.difference_interval
    signal = signal_of(pair)
    return Row(
        first=first, second=second, hits=pair.first.hits, n=pair.first.n,
        other_hits=pair.second.hits, other_n=pair.second.n, ratio=pair.impact_ratio,
        ratio_low=katz[0] if katz else None, ratio_high=katz[1] if katz else None,
        difference=pair.difference, difference_low=low, difference_high=high,
        fisher=pair.fisher, mid_p=pair.mid_p, boschloo=pair.boschloo,
        verdict=found.verdict.value, figures=dict(found.figures),
        below=signal.below, false_alarms=signal.false_alarms,
    )  # fmt: skip
