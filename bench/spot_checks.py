"""How well few spot checks tell how much of AI's lone work is wrong.

Drawn, not observed: 4,000 lone cases, AI's odds of being right spread log-normally, errors as
frequent as AI expects. Two worlds. In one, 1.3 % are wrong, and sureness parts right from wrong
lone work with an AUROC of about .90. In the harder one it does so over all work, of which 85 % is
right; lone work is what AI is surest of, 2 % of it wrong, and little is left to tell by. Further
rows let AI be far too sure of itself. The baseline checks as many cases drawn evenly, in the same
run: their share wrong with Wilson's interval. Effective sample: how many times as many even checks
vary as little. Width: of the interval, on average.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from bench.report import Row, at_least, at_most
from samspil.core.evidence.spot_checks import ALIKE, Drawn, chances, doubt
from samspil.core.evidence.spot_estimate import LoneWork, estimate
from samspil.core.shares import Share

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

CASES, POOL = 4_000, 400_000
BOAST = 2.0
"""Odds raised to this power: AI that is far too sure of itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Sureness is the logistic of a normal; lone work is what lies above `permitted` wrong."""

    name: str
    middle: float
    spread: float
    permitted: float | None


LONE = World(name="AUROC .90 on lone work", middle=6.1, spread=2.0, permitted=None)
ALL = World(name="AUROC .90 on all work", middle=3.0, spread=2.3, permitted=0.02)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Of many runs: mean error and variance, how often intervals hold, and their mean width."""

    off: float
    variance: float
    covers: float
    width: float


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield every row; quick tries fewer runs."""
    runs = 500 if quick else 4_000
    for world in (LONE, ALL):
        sure = _lone(world)
        yield Row(name=f"{world.name}: AUROC of lone work", unit="share", value=_auroc(sure))
        yield from _hundred(world.name, sure, runs=runs, boast=1.0)
        yield _effective(world, sure, runs=runs)
    yield from _hundred(f"{LONE.name}, far too sure", _lone(LONE), runs=runs, boast=BOAST)


def _hundred(name: str, sure: Numbers, *, runs: int, boast: float) -> Iterator[Row]:
    ours, even, truth = _measure(sure, runs=runs, checks=100, boast=boast)
    yield at_most(
        f"{name}: 100 checks, off on average",
        "share of truth",
        abs(ours.off) / truth,
        goal=0.05,
        baseline=abs(even.off) / truth,
    )
    yield at_least(
        f"{name}: 100 checks, interval holds truth",
        "share",
        ours.covers,
        goal=0.94,
        baseline=even.covers,
    )
    yield Row(
        name=f"{name}: 100 checks, width", unit="share", value=ours.width, baseline=even.width
    )


def _effective(world: World, sure: Numbers, *, runs: int) -> Row:
    ours, even, _ = _measure(sure, runs=runs, checks=200, boast=1.0)
    name, gain = f"{world.name}: 200 checks, effective sample", even.variance / ours.variance
    if world is LONE:
        return at_least(name, "times", gain, goal=2.0, baseline=1.0)
    return Row(name=name, unit="times", value=gain, baseline=1.0)


def _measure(sure: Numbers, *, runs: int, checks: int, boast: float) -> tuple[Found, Found, float]:
    """Ours, the evenly drawn baseline, and the true share."""
    chance, truth = np.random.default_rng(checks), float((1 - sure).mean())
    ours, even = [], []
    for _ in range(runs):
        drawn = chance.choice(sure, CASES)
        wrong = chance.random(CASES) > drawn
        said = expit(boast * np.log(drawn / (1 - drawn)))
        found = estimate(_checked(said, wrong, checks=checks, chance=chance))
        ours.append((found.value or 0.0, found.low, found.high))
        share = Share(hits=int(wrong[:checks].sum()), n=checks)
        low, high = share.interval
        even.append((share.value or 0.0, low, high))
    return _found(ours, truth), _found(even, truth), truth


def _found(runs: list[tuple[float, float, float]], truth: float) -> Found:
    values = np.array([value for value, _, _ in runs])
    return Found(
        off=float(values.mean() - truth),
        variance=float(values.var()),
        covers=float(np.mean([low <= truth <= high for _, low, high in runs])),
        width=float(np.mean([high - low for _, low, high in runs])),
    )


def _checked(said: Numbers, wrong: Flags, *, checks: int, chance: np.random.Generator) -> LoneWork:
    rate = checks / CASES
    each = chances(said, rate=rate, usual_doubt=float(doubt(said).mean()))
    lots = chance.random(CASES)
    return LoneWork(
        sure=said,
        chance=each,
        drawn=Drawn(checked=lots < each, alike=lots < np.minimum(each, ALIKE * rate)),
        wrong=wrong,
    )


def _lone(world: World) -> Numbers:
    """How sure AI is of its lone work, surest first."""
    chance = np.random.default_rng(1)
    sure = expit(world.middle + world.spread * chance.standard_normal(POOL))
    surest = -np.sort(-sure)
    if world.permitted is None:
        return surest
    wrong = np.cumsum(1 - surest) / np.arange(1, POOL + 1)
    return surest[wrong <= world.permitted]


def _auroc(surest: Numbers) -> float:
    """Of answers as right as AI is sure: how often a right one is surer than a wrong one."""
    wrong = 1 - surest
    wrong_after = wrong.sum() - np.cumsum(wrong) + wrong / 2
    return float((surest * wrong_after).sum() / (surest.sum() * wrong.sum()))
