"""What would be if: another error share, fewer people, other hours, from a process's own past.

Nothing is promised by it. It answers from the cases people verified, and each figure carries an
interval that says how few they were.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from samspil.core.evidence.binomial import lower_bound
from samspil.core.evidence.habits import Flags, Numbers
from samspil.core.evidence.history import ENOUGH, History
from samspil.core.evidence.outlook import Outlook, outlook
from samspil.core.evidence.queue_ahead import (
    RUNS,
    Coming,
    Day,
    Past,
    arrivals_ahead,
    expected_arrivals,
    queue_ahead,
)

Certifying = Callable[[Numbers, Flags, float, float], float | None]
"""Of verified cases (how sure AI was, whether it was wrong), alpha and delta: the sureness above
which AI may finish alone; None: nothing."""

COUNTED = 0.52
"""Each verified case counts for half where the share above the threshold is told: the threshold was
chosen on them, so the interval must hold for any (Dvoretzky, Kiefer and Wolfowitz, 1956)."""
MIDDLE_95 = (2.5, 97.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is supposed: the promise, the share of lone work that people check, the coming days.

    `alpha` is the share of errors allowed among what AI finishes; None: it finishes nothing.
    """

    alpha: float | None
    coming: Coming
    delta: float = 0.05
    checked: float = 0.2

    def __post_init__(self) -> None:
        allowed = 0.5 if self.alpha is None else self.alpha
        if not (0 < allowed < 1 and 0 < self.delta < 1 and 0 <= self.checked <= 1):
            raise ValueError("Error share and chance lie between 0 and 1, checks from 0 to 1.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure and the interval it lies in with 95 %."""

    value: float
    low: float
    high: float


NONE = Estimate(value=0.0, low=0.0, high=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """How it would be over the coming days.

    `alone` is the share of all arrivals that AI finishes, `errors` how many of those would be wrong
    before anybody checks (its high end is what the promise allows), `saved` the minutes people
    would not need, checks taken off. `verified` cases tell so; of none AI finishes nothing.
    """

    wish: Wish
    threshold: float | None
    alone: Estimate
    errors: Estimate
    saved: Estimate
    queue: tuple[Day, ...]
    outlook: Outlook
    verified: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """How it is and how it would be, drawn with the same luck."""

    today: Picture
    then: Picture


def beside(
    history: History, *, today: Wish, then: Wish, certifying: Certifying, seed: int
) -> Beside:
    """Both pictures from the same past; a difference between them comes from the wish."""
    return Beside(
        today=what_if(history, today, certifying=certifying, seed=seed),
        then=what_if(history, then, certifying=certifying, seed=seed),
    )


def what_if(history: History, wish: Wish, *, certifying: Certifying, seed: int) -> Picture:
    """How the coming days would be under this wish; the same seed gives the same picture."""
    chance = np.random.default_rng(seed)
    threshold = _threshold(history, wish, certifying)
    above = history.sure > (1.0 if threshold is None else threshold)
    alone = _alone(history, above, chance)
    minutes = history.minutes_left(np.where(above, wish.checked, 1.0), chance)
    days, arrivals = history.arrived()
    past = Past(days=days, arrivals=arrivals, minutes=minutes)
    unchecked = 1 - wish.checked
    queue = queue_ahead(past, wish.coming, seed=seed, kept=1 - alone * unchecked)
    lone = arrivals_ahead(past, wish.coming, seed=seed) * alone
    usual = expected_arrivals(past, wish.coming) * _share_alone(history, above)
    return Picture(
        wish=wish,
        threshold=threshold,
        alone=_estimate(_share_alone(history, above), alone),
        errors=_errors(history, above, wish, usual=usual, lone=lone),
        saved=_saved(history, above, chance, usual=usual * unchecked, lone=lone * unchecked),
        queue=tuple(queue),
        outlook=outlook(queue),
        verified=len(history.sure),
    )


def _threshold(history: History, wish: Wish, certifying: Certifying) -> float | None:
    if wish.alpha is None:
        return None
    return certifying(history.sure, history.wrong, wish.alpha, wish.delta)


def _share_alone(history: History, above: Flags) -> float:
    if not above.any():
        return 0.0
    return float(above.mean() * history.free)


def _alone(history: History, above: Flags, chance: np.random.Generator) -> Numbers:
    """The share AI finishes as it might be, from Jeffreys's prior for each of its two parts."""
    if not above.any():
        return np.zeros(RUNS)
    claimed = history.claimed
    free = chance.beta(0.5 + (~claimed).sum(), 0.5 + claimed.sum(), RUNS)
    surer, others = COUNTED * above.sum(), COUNTED * (~above).sum()
    return np.asarray(free * chance.beta(0.5 + surer, 0.5 + others, RUNS), dtype=np.float64)


def _errors(history: History, above: Flags, wish: Wish, *, usual: float, lone: Numbers) -> Estimate:
    """Of so many lone cases; the promise alone bounds errors above, for the same reason."""
    if not above.any() or wish.alpha is None:
        return NONE
    wrong, many = int(history.wrong[above].sum()), int(above.sum())
    few, lot = np.percentile(lone, MIDDLE_95)
    value = usual * wrong / many
    low = float(few) * lower_bound(wrong, many, wish.delta / 2)
    return Estimate(value=value, low=low, high=max(value, float(lot) * wish.alpha))


def _saved(
    history: History, above: Flags, chance: np.random.Generator, *, usual: float, lone: Numbers
) -> Estimate:
    """Minutes of the cases AI would finish and nobody would check, as people took them."""
    if not above.any():
        return NONE
    taken = history.minutes[above]
    means = chance.choice(taken, (RUNS, min(len(taken), ENOUGH))).mean(axis=1)
    return _estimate(usual * float(taken.mean()), lone * means)


def _estimate(value: float, draws: Numbers) -> Estimate:
    low, high = np.percentile(draws, MIDDLE_95)
    return Estimate(value=value, low=min(value, float(low)), high=max(value, float(high)))
