"""How soon an alarm sounds when lone work gets worse, and how often for nothing.

Drawn, not observed: checks are independent, 1.3 % of lone work is wrong while all is well, up to
2 % are allowed, and the decline comes after 1,000 checks without an alarm. False alarms are counted
in 1,000 checks of a watch just begun. Baselines in the same run, on checks drawn alike: a z-test on
the last 50 checks at three standard errors, and ADWIN (Bifet and Gavaldà, 2007; confidence .002)
looking every eighth check, with only rises counted. 1,000 checks to alarm: none within as many.
"By doubt": sureness parts right from wrong with an AUROC of about .90; all cases get worse alike.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from bench.report import Row, at_most
from samspil.core.evidence.spot_checks import chances, doubt, weights
from samspil.core.evidence.watching import (
    BETS,
    MOST,
    TRUST,
    check,
    height,
    watch_errors,
    watch_unsure,
)

Flags = NDArray[np.bool_]
Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
Rule = Callable[[Flags], Places]

ALLOWED, HEALTHY, BROKEN, SLOWLY = 0.02, 0.013, 0.10, 0.04
BEFORE, TOGETHER = 1_000, 1_000
WINDOW, ERRORS_AWAY = 50, 3.0
CONFIDENCE, EVERY = 0.002, 8
NEVER = 1_000_000
RATE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The share of runs with a false alarm, and the median number of checks until a true one."""

    false: float
    checks: float
    slowly: float


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield every row; quick tries fewer runs."""
    runs = 500 if quick else 4_000
    _compare_with_rule()
    ours, z_test = _measure(_bets, runs=runs), _measure(_z_test, runs=runs)
    adwin = _measure(_adwin, runs=min(runs, 500))
    for name, baseline in (("z-test", z_test), ("ADWIN", adwin)):
        yield at_most(
            f"runs with a false alarm, beside {name}",
            "share",
            ours.false,
            goal=0.05,
            baseline=baseline.false,
        )
        yield at_most(
            f"checks to alarm at 10 % wrong, beside {name}",
            "checks, median",
            ours.checks,
            goal=45,
            baseline=baseline.checks,
        )
        yield Row(
            name=f"checks to alarm at 4 % wrong, beside {name}",
            unit="checks, median",
            value=ours.slowly,
            baseline=baseline.slowly,
        )
    yield from _by_doubt(ours, runs=runs // 4)
    yield from _unsure(runs=min(runs, 100))


def _measure(rule: Rule, *, runs: int) -> Found:
    chance = np.random.default_rng(7)
    calm = rule(chance.random((runs, TOGETHER)) < HEALTHY)
    return Found(
        false=float((calm < NEVER).mean()),
        checks=_median_after(rule, BROKEN, chance, runs=runs),
        slowly=_median_after(rule, SLOWLY, chance, runs=runs),
    )


def _median_after(rule: Rule, share: float, chance: np.random.Generator, *, runs: int) -> float:
    """From the decline on; runs that sounded the alarm before it are left out."""
    wrong = chance.random((runs, BEFORE + TOGETHER))
    flags = wrong < np.where(np.arange(BEFORE + TOGETHER) < BEFORE, HEALTHY, share)
    sounded = rule(flags)
    checks = np.minimum(sounded[sounded > BEFORE] - BEFORE, TOGETHER)
    return float(np.median(checks))


def _bets(flags: Flags) -> Places:
    return _weighed_bets(flags, np.ones(flags.shape))


def _weighed_bets(flags: Flags, weight: Numbers) -> Places:
    """The rule on many runs at once: after how many checks the alarm sounds in each."""
    bets, trust, high = np.array(BETS), np.array(TRUST), height(0)
    winnings = np.zeros((len(flags), len(bets)))
    sounded = np.full(len(flags), NEVER)
    for place, (found, weighs) in enumerate(zip(flags.T, weight.T, strict=True)):
        grown = 1 + bets / ALLOWED * weighs[:, None] * (found[:, None] - ALLOWED)
        winnings = np.minimum(MOST, (winnings + 1) * grown)
        first = (sounded == NEVER) & (winnings @ trust >= high)
        sounded[first] = place + 1
    return sounded


def _by_doubt(even: Found, *, runs: int) -> Iterator[Row]:
    """The same where less sure cases are likelier to be checked; the baseline draws evenly."""
    chance = np.random.default_rng(13)
    sure = expit(6.1 + 2.0 * chance.standard_normal(100_000))
    each = chances(sure, rate=RATE, usual_doubt=float(doubt(sure).mean()))
    shape = (runs, BEFORE + TOGETHER)
    drawn = chance.choice(len(sure), shape, p=each / each.sum())
    weight, lots = weights(each, rate=RATE)[drawn], chance.random(shape)
    wrong = 1 - sure[drawn]
    calm = _weighed_bets(lots[:, :TOGETHER] < wrong[:, :TOGETHER], weight[:, :TOGETHER])
    worse = wrong + np.where(np.arange(shape[1]) < BEFORE, 0.0, BROKEN - HEALTHY)
    sounded = _weighed_bets(lots < worse, weight)
    checks = np.minimum(sounded[sounded > BEFORE] - BEFORE, TOGETHER)
    name = "drawn by doubt"
    false, median = float((calm < NEVER).mean()), float(np.median(checks))
    yield at_most(f"{name}: false alarm", "share", false, goal=0.05, baseline=even.false)
    yield at_most(
        f"{name}: checks to alarm", "checks, median", median, goal=45, baseline=even.checks
    )


def _compare_with_rule() -> None:
    """Raise where the many runs at once are not the rule that the product uses."""
    flags = np.random.default_rng(5).random((20, 400)) < BROKEN
    for sounded, run in zip(_bets(flags), flags, strict=True):
        watch = watch_errors(alpha=ALLOWED, checks_a_quarter=0)
        for found in run:
            watch = check(watch, found=bool(found))
        if (watch.alarm_after or NEVER) != sounded:
            raise ValueError("The benchmark measures another rule than the product's.")


def _z_test(flags: Flags) -> Places:
    """More wrong among the last 50 than three standard errors above what is allowed."""
    summed = np.cumsum(np.pad(flags, ((0, 0), (1, 0))), axis=1)
    recent = (summed[:, WINDOW:] - summed[:, :-WINDOW]) / WINDOW
    error = np.sqrt(ALLOWED * (1 - ALLOWED) / WINDOW)
    high = recent > ALLOWED + ERRORS_AWAY * error
    return np.where(high.any(axis=1), high.argmax(axis=1) + WINDOW, NEVER)


def _adwin(flags: Flags) -> Places:
    return np.array([_adwin_once(run) for run in flags])


def _adwin_once(run: Flags) -> int:
    """After how many checks two parts of the window differ by more than chance makes them."""
    start = 0
    summed = np.concatenate([[0], np.cumsum(run)])
    for end in range(2 * EVERY, len(run) + 1, EVERY):
        cut, rises = _widest_cut(summed[start : end + 1])
        if cut and rises:
            return end
        start += cut
    return NEVER


def _widest_cut(summed: Numbers) -> tuple[int, bool]:
    """Where the window parts (0: nowhere), and whether more are wrong after it."""
    n = len(summed) - 1
    first = np.arange(5, n - 4)
    before = (summed[first] - summed[0]) / first
    after = (summed[-1] - summed[first]) / (n - first)
    share = (summed[-1] - summed[0]) / n
    size = 1 / (1 / first + 1 / (n - first))
    doubt = log(2 * log(n) / CONFIDENCE)
    bound = np.sqrt(2 / size * share * (1 - share) * doubt) + 2 / (3 * size) * doubt
    past = np.abs(after - before) - bound
    best = int(past.argmax())
    return (int(first[best]), bool(after[best] > before[best])) if past[best] > 0 else (0, False)


def _unsure(*, runs: int) -> Iterator[Row]:
    """The watch without looks: 30 % unsure of 5,000 verified cases, then half of all."""
    chance = np.random.default_rng(11)
    calm = [_unsure_once(0.3, chance) for _ in range(runs)]
    changed = [_unsure_once(0.5, chance) for _ in range(runs)]
    false = sum(one < NEVER for one in calm) / runs
    yield at_most("unsure cases, nothing changed", "share", false, goal=0.05, baseline=None)
    median = float(np.median(changed))
    yield Row(name="cases to alarm when half are unsure", unit="cases, median", value=median)


def _unsure_once(share: float, chance: np.random.Generator) -> int:
    watch = watch_unsure(unsure=1_500, of=5_000, cases_a_quarter=2_000)
    for found in chance.random(TOGETHER) < share:
        watch = check(watch, found=bool(found))
        if watch.alarm:
            return watch.checks
    return NEVER
