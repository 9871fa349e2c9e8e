"""A rule of thumb from the law of another country, shown only with how often it is wrong."""

from dataclasses import dataclass

import numpy as np
import scipy  # loads what is asked for: its statistics take a second

from samspil.core.fairness.outcomes import Comparison

FOUR_FIFTHS = 0.8
MOST_TABLES = 2_000_000
"""Of more it is not worked out how often the rule is wrong: it takes too long."""
ROOM = 1e-9
"""Exactly four fifths is enough, whatever the rounding of the division."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Whether the lower rate is less than four fifths of the higher, and how often it would be
    (0 to 1; None of very many cases) if both groups were treated alike. It is never a verdict."""

    below: bool
    false_alarms: float | None


def signal_of(pair: Comparison) -> Signal:
    """What the rule says of two groups, with its false alarms at the rate of both together."""
    one, two = pair.first, pair.second
    low, high = sorted(pair.rates)
    rate = (one.hits + two.hits) / (one.n + two.n)
    few = (one.n + 1) * (two.n + 1) <= MOST_TABLES
    return Signal(
        below=low < FOUR_FIFTHS * high - ROOM,
        false_alarms=false_alarms(rate, one.n, two.n) if few else None,
    )


def false_alarms(rate: float, n: int, m: int) -> float:
    """How often the rule speaks of groups of `n` and `m` whose true rate is the same, exactly."""
    one, two = np.arange(n + 1), np.arange(m + 1)
    rates, others = (one / n)[:, None], (two / m)[None, :]
    low, high = np.minimum(rates, others), np.maximum(rates, others)
    chances = np.outer(scipy.stats.binom.pmf(one, n, rate), scipy.stats.binom.pmf(two, m, rate))
    return float(chances[low < FOUR_FIFTHS * high - ROOM].sum())
