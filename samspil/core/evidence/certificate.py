"""Which cases AI may finish alone, so that at most a promised share of them is wrong.

Learn then Test (Angelopoulos et al., 2021): thresholds are tested in an order that was settled
before anybody looked at the verified answers, and only as long as each passes (Bauer, 1991), with
the exact test of a share (Clopper and Pearson, 1934). Two such walks share the permitted chance of
error: one begins where earlier answers say that it should pass, one with the cases that AI is
surest of. So the promise is broken with a chance of at most delta, whatever AI and its sureness
are worth; how much they are worth decides only how much AI may do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from samspil.core.evidence.binomial import (
    chance_of_at_most,
    fewest_without_error,
    lower_bound,
    most_errors,
    upper_bound,
)

Shares = NDArray[np.float64]
Flags = NDArray[np.bool_]

LEAST_SHARE, STEP = 0.02, 0.005
"""The grid of shares that the first walk considers."""
POWER = 0.9
"""The first walk begins where it passes with this chance, if earlier answers are to be believed."""
STARTS = (1, 2, 4)
"""The second walk begins at these multiples of the fewest cases that could pass."""
LEAST_STRIDE, STRIDES = 5, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Of the cases that AI finishes alone at most a share alpha is wrong.

    The chance that this is not so is at most delta. Both above 0 and below 1.
    """

    alpha: float
    delta: float = 0.05

    def __post_init__(self) -> None:
        if not (0 < self.alpha < 1 and 0 < self.delta < 1):
            raise ValueError("A promise needs an error share and a chance between 0 and 1.")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Verified:
    """Answers that people verified: how sure AI was, 0 to 1, and whether it was wrong."""

    sure: Shares
    wrong: Flags

    def __post_init__(self) -> None:
        if self.sure.shape != self.wrong.shape or self.sure.ndim != 1:
            raise ValueError("Each verified case needs one sureness and one verdict.")
        if not np.all((self.sure >= 0) & (self.sure <= 1)):
            raise ValueError("Sureness is a share from 0 to 1.")

    def __len__(self) -> int:
        return len(self.sure)

    def above(self, threshold: float) -> tuple[int, int]:
        """How many cases AI was surer of than this, and how many of those were wrong."""
        kept = self.sure > threshold
        return int(kept.sum()), int(self.wrong[kept].sum())


NOTHING = Verified(sure=np.zeros(0), wrong=np.zeros(0, dtype=bool))


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What may be promised: AI finishes alone where it is surer than `threshold`.

    Without a threshold it may finish nothing. `above` of the `cases` verified were such, and
    `wrong` of those were wrong.
    """

    promise: Promise
    threshold: float | None
    cases: int
    above: int = 0
    wrong: int = 0

    @property
    def share(self) -> float:
        """The share of cases AI may finish, 0 to 1."""
        return self.above / self.cases if self.cases else 0.0

    def share_between(self, delta: float) -> tuple[float, float]:
        """Where the true share lies, with a chance of at least 1 - delta."""
        if self.threshold is None:
            return 0.0, 0.0
        return _between(self.above, self.cases, delta)

    def risk_between(self, delta: float) -> tuple[float, float]:
        """Where the share of errors among what AI may finish lies, by these cases alone."""
        return _between(self.wrong, self.above, delta)


def certify(verified: Verified, *, earlier: Verified, promise: Promise) -> Certificate:
    """Find the lowest threshold under which the promise holds.

    `verified` are cases drawn uniformly from those the promise is about, never learned from;
    `earlier` are answers about examples out of sight, which only say where to begin. An empty or a
    wrong `earlier` costs share, never the promise.
    """
    passed = [_from_earlier(verified, earlier, promise)]
    passed += [_from_surest(verified, promise, start) for start in STARTS]
    threshold = min(passed)
    if threshold == inf:
        return Certificate(promise=promise, threshold=None, cases=len(verified))
    above, wrong = verified.above(threshold)
    return Certificate(
        promise=promise, threshold=threshold, cases=len(verified), above=above, wrong=wrong
    )


def certify_groups(
    verified: Verified, groups: Sequence[str], *, earlier: Verified, promise: Promise
) -> dict[str, Certificate]:
    """A promise of its own for each group of cases, all of them kept at once."""
    named = np.array(groups)
    names = sorted(set(groups))
    each = Promise(alpha=promise.alpha, delta=promise.delta / max(1, len(names)))
    return {
        name: certify(_only(verified, named == name), earlier=earlier, promise=each)
        for name in names
    }


def cases_wanted(
    earlier: Verified, *, promise: Promise, share: float, most: int = 100_000
) -> int | None:
    """How many verified cases make it likely that AI may finish this share; None: too many.

    Likely if answers are as right as the earlier ones. The fewest without any error where there
    are none to go by.
    """
    if not len(earlier):
        return fewest_without_error(promise.alpha, promise.delta / 2)
    chance = _risk_at(earlier, _threshold_at(earlier, share))
    enough, short = most, 0
    if _power(share, chance, cases=most, promise=promise) < POWER:
        return None
    while enough - short > 1:
        middle = (enough + short) // 2
        if _power(share, chance, cases=middle, promise=promise) >= POWER:
            enough = middle
        else:
            short = middle
    return enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """With this share of cases finished alone so many are wrong, and at most so many (95 %)."""

    share: float
    threshold: float
    risk: float
    at_most: float


def curve(verified: Verified, *, points: int = 100) -> list[Point]:
    """The share of errors against the share of cases finished alone, rising."""
    if not len(verified):
        return []
    found = {}
    for share in np.linspace(1 / points, 1, points):
        threshold = _threshold_at(verified, float(share))
        above, wrong = verified.above(threshold)
        if above:
            found[above] = Point(
                share=above / len(verified),
                threshold=threshold,
                risk=wrong / above,
                at_most=upper_bound(wrong, above, 0.05),
            )
    return [found[above] for above in sorted(found)]


def _from_earlier(verified: Verified, earlier: Verified, promise: Promise) -> float:
    """The first walk: from where it should pass towards ever larger shares."""
    if not len(earlier) or not len(verified):
        return inf
    shares = np.arange(LEAST_SHARE, 1 + STEP / 2, STEP)
    thresholds = [_threshold_at(earlier, share) for share in shares]
    powers = [
        _power(share, _risk_at(earlier, threshold), cases=len(verified), promise=promise)
        for share, threshold in zip(shares, thresholds, strict=True)
    ]
    likely = np.flatnonzero(np.array(powers) >= POWER)
    start = int(likely[-1]) if len(likely) else int(np.argmax(powers))
    return _walk(verified, thresholds[start:], alpha=promise.alpha, delta=promise.delta / 2)


def _from_surest(verified: Verified, promise: Promise, start: int) -> float:
    """The second walk: so many of the surest cases, then ever more."""
    delta = promise.delta / 2 / len(STARTS)
    first = start * fewest_without_error(promise.alpha, delta)
    stride = max(LEAST_STRIDE, len(verified) // STRIDES)
    falling = np.sort(verified.sure)[::-1]
    counts = range(first, len(verified) + stride, stride)
    thresholds = (float(falling[many]) if many < len(falling) else 0.0 for many in counts)
    return _walk(verified, thresholds, alpha=promise.alpha, delta=delta)


def _walk(
    verified: Verified, thresholds: Sequence[float] | Iterator[float], *, alpha: float, delta: float
) -> float:
    """The last of the thresholds that passes before one fails; infinite where the first fails."""
    passed = inf
    for threshold in thresholds:
        above, wrong = verified.above(threshold)
        if not above or chance_of_at_most(wrong, above, alpha) > delta:
            break
        passed = min(passed, threshold)
    return passed


def _threshold_at(verified: Verified, share: float) -> float:
    """The sureness that this share of cases exceeds."""
    falling = np.sort(verified.sure)[::-1]
    many = round(share * len(falling))
    return float(falling[many]) if many < len(falling) else 0.0


def _risk_at(verified: Verified, threshold: float) -> float:
    """The share wrong above the threshold, with half a wrong one more so that it is never 0."""
    above, wrong = verified.above(threshold)
    return (wrong + 0.5) / (above + 1)


def _power(share: float, risk: float, *, cases: int, promise: Promise) -> float:
    """The chance that so many cases pass at this share, where so many are wrong."""
    above = round(share * cases)
    most = most_errors(above, promise.alpha, promise.delta / 2)
    return chance_of_at_most(most, above, risk) if most >= 0 else 0.0


def _only(verified: Verified, kept: Flags) -> Verified:
    return Verified(sure=verified.sure[kept], wrong=verified.wrong[kept])


def _between(hits: int, n: int, delta: float) -> tuple[float, float]:
    return lower_bound(hits, n, delta / 2), upper_bound(hits, n, delta / 2)
