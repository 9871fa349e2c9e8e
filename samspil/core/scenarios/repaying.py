"""When a first year's money has come back, against hours saved: estimated or measured."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samspil.core.payback import DRAWN, MONTHS, YEAR, Draws, Payback, paid_back, used_share
from samspil.core.scenarios.budget import Line, draws_of, goes_on
from samspil.core.scenarios.guessing import Guess, drawn, ranks_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Hours saved a month by estimate (None: nobody may tell), and measured ones; it begins
    `after` so many months, while what is measured is there already."""

    guessed: Guess | None
    measured: Guess | None
    after: Guess


def payback(lines: Sequence[Line], gain: Gain, *, rate: float, seed: int) -> Payback | None:
    """When the year's money, and what goes on to be paid each month, has come back; None where
    nobody may tell what is gained."""
    if gain.guessed is None and gain.measured is None:
        return None
    _plans, ends = draws_of(lines, seed=seed)
    year = np.sum(list(ends.values()), axis=0) if ends else np.zeros(DRAWN)
    monthly = [ends[one.key] for one in lines if goes_on(one)]
    later = np.sum(monthly, axis=0) / YEAR if monthly else np.zeros(DRAWN)
    time = np.arange(MONTHS + 1, dtype=np.float64)[:, None]
    cost = year * np.minimum(time, YEAR) / YEAR + later * np.maximum(time - YEAR, 0.0)
    return paid_back(_gained(gain, time, rate=rate, seed=seed) - cost)


def _gained(gain: Gain, time: Draws, *, rate: float, seed: int) -> Draws:
    chance = np.random.default_rng(seed)
    used = used_share(chance)
    guessed, measured, after = (
        np.zeros(DRAWN) if one is None else drawn(one, ranks_of(chance))
        for one in (gain.guessed, gain.measured, gain.after)
    )
    return (guessed * np.maximum(time - after, 0.0) + measured * time) * used * rate
