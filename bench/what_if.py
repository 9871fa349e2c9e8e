"""Whether what is said of "what would be if" comes true, on a made-up process whose laws are known.

A process is lived through for eight weeks, 800 of its cases are verified, and it is asked what a
promise of 5 or 2 % would bring over the coming two weeks. The intervals should hold in 95 of 100
runs, also where the certificate was lucky; the true figures are those of the laws everything was
drawn from. Beside each stands how often a twentieth up or down of the figure would have held.
"""

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np

from bench.report import Row, at_least
from samspil.core.evidence.certificate import Promise, certify
from samspil.core.evidence.habits import Flags, Numbers, Places
from samspil.core.evidence.history import History
from samspil.core.evidence.queue_ahead import Coming
from samspil.core.evidence.simulating import Estimate, Picture, Wish, what_if
from samspil.core.evidence.verified import Verified

MONDAY = 739_217
WEEKS, AHEAD, VERIFIED = 8, 14, 800
DAILY = np.array([50.0, 45, 45, 40, 40, 10, 5])
CLAIMED, CHECKED = 0.2, 0.2
WHOLE = 200_000
Pair: TypeAlias = tuple[bool, bool]
"""Whether the interval held, and whether a narrow one would have."""
Drawn: TypeAlias = tuple[Numbers, Flags, Numbers]
"""How sure AI is, whether it is wrong, and the minutes people take."""
RUNS, FEW_RUNS = 300, 60


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield every row; quick lives through fewer processes."""
    runs = FEW_RUNS if quick else RUNS
    whole = _cases(WHOLE, np.random.default_rng(0))
    for alpha in (0.05, 0.02):
        found = [_tried(alpha, whole, seed) for seed in range(1, runs + 1)]
        told = [one for one in found if one is not None]
        yield Row(
            name=f"α {alpha:.0%}: runs with a certificate", unit=f"of {runs}", value=len(told)
        )
        if not told:
            continue
        for place, name in enumerate(("share alone", "errors", "minutes saved")):
            held, narrow = np.mean([one[place] for one in told], axis=0).tolist()
            name = f"α {alpha:.0%}: interval held, {name}"
            yield at_least(name, "runs", held, goal=0.93, baseline=narrow)


def _tried(alpha: float, whole: Drawn, seed: int) -> tuple[Pair, ...] | None:
    """Whether each interval held; None where nothing could be certified."""
    chance = np.random.default_rng(seed)
    coming = Coming(first=MONDAY, hours=(8.0,) * AHEAD, allowed=(2,) * AHEAD)
    picture = what_if(
        _history(chance),
        Wish(alpha=alpha, coming=coming, checked=CHECKED),
        certifying=lambda *given: _threshold(*given, earlier=_cases(2_000, chance)),
        seed=seed,
    )
    return None if picture.threshold is None else _held(picture, whole)


def _held(picture: Picture, whole: Drawn) -> tuple[Pair, ...]:
    sure, wrong, minutes = whole
    above = sure > (picture.threshold or 0.0)
    lone = 2 * DAILY.sum() * (1 - CLAIMED) * above.mean()
    true = (
        (1 - CLAIMED) * float(above.mean()),
        lone * float(wrong[above].mean()),
        lone * (1 - CHECKED) * float(minutes[above].mean()),
    )
    told = (picture.alone, picture.errors, picture.saved)
    return tuple(_within(each, truth) for each, truth in zip(told, true, strict=True))


def _within(told: Estimate, truth: float) -> Pair:
    narrow = abs(truth - told.value) <= told.value / 20
    return told.low <= truth <= told.high, narrow


def _threshold(
    sure: Numbers,
    wrong: Flags,
    alpha: float,
    delta: float,
    *,
    earlier: Drawn,
) -> float | None:
    return certify(
        Verified(sure=sure, wrong=wrong),
        earlier=Verified(sure=earlier[0], wrong=earlier[1]),
        promise=Promise(alpha=alpha, delta=delta),
    ).threshold


def _cases(many: int, chance: np.random.Generator) -> Drawn:
    """Where AI is unsure it errs more, and people take longer."""
    sure = chance.beta(3, 0.5, many)
    wrong = chance.random(many) < 0.6 * (1 - sure) + 0.005
    return sure, wrong, chance.lognormal(1.5 - sure, 0.5)


def _history(chance: np.random.Generator) -> History:
    sure, wrong, minutes = _cases(VERIFIED, chance)
    arrivals: Places = chance.poisson(np.tile(DAILY, WEEKS))
    day = np.repeat(np.arange(MONDAY - 7 * WEEKS, MONDAY), arrivals)
    return History(
        sure=sure,
        wrong=wrong,
        minutes=minutes,
        day=day,
        claimed=chance.random(len(day)) < CLAIMED,
        claimed_minutes=chance.lognormal(2, 0.5, 200),
        until=MONDAY - 1,
    )
