"""Options side by side: what each brings after one, two and three years, with its doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samspil.core.payback import MONTHS, Draws, Payback, monthly, paid_back, used_share
from samspil.core.scenarios.guessing import (
    Guess,
    Percentiles,
    drawn,
    percentiles,
    ranks_of,
    ranks_together,
)

HORIZONS = (12, 24, 36)
"""Months after which options are compared."""
FEWEST, MOST = 2, 6
"""So many options a question has before it can be answered, and at most."""
LATER_IF_DEARER = 0.5
"""How what it costs to begin goes together with how long it takes until it works."""
STEP = 3
"""Months between two points of the curve."""


class Assumption(StrEnum):
    """What is guessed of an option; `USED` is guessed for all options at once."""

    ONE_OFF = "one_off"
    RUNNING = "running"
    HOURS = "hours"
    MONTHS = "months"
    SHARE = "share"
    USED = "used"


OWN: tuple[Assumption, ...] = tuple(one for one in Assumption if one is not Assumption.USED)
"""What is guessed of each option by itself."""
LIMITS: Mapping[Assumption, float] = {Assumption.SHARE: 1.0, Assumption.MONTHS: float(MONTHS)}
Values = Mapping[Assumption, Draws]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the options; `key` is a number of its own, from which its draws come.

    Money to begin with and each month, hours gained each month if all whom it concerns use it,
    months until it works, and the share (0 to 1) of colleagues who will use it.
    """

    key: int
    guesses: Mapping[Assumption, Guess]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What an option brings. `best` is in how many draws of all (0 to 1) it brings most, by months;
    `curve` is what is gained on the whole after every third month, from 0 on."""

    key: int
    net: Mapping[int, Percentiles]
    best: Mapping[int, float]
    payback: Payback
    curve: Sequence[Percentiles]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All of them, as they were given; `none` is in how many draws no option brings anything."""

    rows: Sequence[Compared]
    none: Mapping[int, float]

    def leader(self, months: int) -> Compared:
        """The one that brings most in the middle of its range after so many months."""
        return max(self.rows, key=lambda one: one.net[months].p50)


def compare(options: Sequence[Option], *, rate: float, seed: int) -> Result:
    """Compare them, an hour being worth `rate`. The same seed gives the same figures, and an option
    more leaves those of the others as they were."""
    used = used_share(np.random.default_rng(seed))
    sums = {one.key: _sums(one, used=used, rate=rate, seed=seed) for one in options}
    shares = {months: _shares([sums[one.key][months] for one in options]) for months in HORIZONS}
    rows = [
        Compared(
            key=one.key,
            net={months: percentiles(sums[one.key][months]) for months in HORIZONS},
            best={months: shares[months][0][at] for months in HORIZONS},
            payback=paid_back(sums[one.key]),
            curve=[percentiles(row) for row in sums[one.key][: HORIZONS[-1] + 1 : STEP]],
        )
        for at, one in enumerate(options)
    ]
    return Result(rows=rows, none={months: shares[months][1] for months in HORIZONS})


def _sums(option: Option, *, used: Draws, rate: float, seed: int) -> Draws:
    """What is gained on the whole by the end of each month, a row for each month."""
    values = {**_values(option, seed=seed), Assumption.USED: used}
    return sums_of(values, rate=rate)


def sums_of(values: Values, *, rate: float) -> Draws:
    """The sums of months 0 to 60 where the assumptions are so."""
    gain = values[Assumption.HOURS] * values[Assumption.SHARE] * values[Assumption.USED] * rate
    months = np.arange(MONTHS + 1, dtype=np.float64)[:, None]
    begun = monthly(values[Assumption.ONE_OFF], gain, after=values[Assumption.MONTHS])
    return begun - months * values[Assumption.RUNNING]


def _values(option: Option, *, seed: int) -> dict[Assumption, Draws]:
    chance = np.random.default_rng([seed, option.key])
    dearer, later = ranks_together(chance, LATER_IF_DEARER)
    ranks = {one: ranks_of(chance) for one in OWN}
    ranks |= {Assumption.ONE_OFF: dearer, Assumption.MONTHS: later}
    return {one: drawn(option.guesses[one], ranks[one]) for one in OWN}


def _shares(nets: Sequence[Draws]) -> tuple[list[float], float]:
    """How often each is the best, equals sharing it; and how often none is above 0."""
    if not nets:
        return [], 0.0
    table = np.array(nets)
    top = table == table.max(axis=0)
    won = (top / top.sum(axis=0)).mean(axis=1)
    return [float(one) for one in won], float((table.max(axis=0) <= 0).mean())
