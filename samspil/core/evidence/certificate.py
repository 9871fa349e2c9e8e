"""Which cases AI may finish alone, so that at most a promised share of them is wrong.

Learn then Test (Angelopoulos et al., 2021): thresholds are tested in an order that was settled
before anybody looked at the verified answers, and only as long as each passes (Bauer, 1991), with
the exact test of a share (Clopper and Pearson, 1934). Two such walks share the permitted chance of
error: one begins where earlier answers say that it should pass, one with the cases that AI is
surest of. So the promise is broken with a chance of at most delta, whatever AI and its sureness
are worth; how much they are worth decides only how much AI may do.
"""

from bisect import bisect_left
from dataclasses import dataclass
from math import inf

import numpy as np

from samspil.core.evidence.binomial import (
    Shares,
    chance_of_at_most,
    fewest_without_error,
    lower_bound,
    most_errors,
    upper_bound,
)
from samspil.core.evidence.verified import Ranked, Verified

LEAST_SHARE, STEP = 0.02, 0.005
"""The grid of shares that the first walk considers."""
POWER = 0.95
"""The first walk begins where it passes with this chance, if earlier answers are to be believed."""
PART = 0.8
"""What the first walk gets of the permitted chance of error; on public data more share came of it
than of halves, and a first promise nearly as early."""
START = 2
"""The second walk begins at this multiple of the fewest cases that could pass."""
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

    def with_part(self, part: float) -> "Promise":
        """The same promise with this part of the permitted chance."""
        return Promise(alpha=self.alpha, delta=self.delta * part)


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
    def proved(self) -> bool:
        """Whether AI may finish anything at all."""
        return self.threshold is not None and self.above > 0

    @property
    def share(self) -> float:
        """The share of cases AI may finish, 0 to 1."""
        return self.above / self.cases if self.cases else 0.0

    def share_between(self, delta: float) -> tuple[float, float]:
        """Where the true share lies, with a chance of at least 1 - delta."""
        return share_between(self.above, self.cases, delta)

    def risk_between(self, delta: float) -> tuple[float, float]:
        """Where the share of errors among what AI may finish lies, by these cases alone."""
        return _between(self.wrong, self.above, delta)


def share_between(above: int, cases: int, delta: float) -> tuple[float, float]:
    """Where the share that AI may finish lies; nothing of it is left open where that is none."""
    return _between(above, cases, delta) if above else (0.0, 0.0)


def certify(verified: Verified, *, earlier: Verified, promise: Promise) -> Certificate:
    """Find the lowest threshold under which the promise holds.

    `verified` are cases drawn uniformly from those the promise is about, never learned from;
    `earlier` are answers about examples out of sight, which only say where to begin. An empty or a
    wrong `earlier` costs share, never the promise.
    """
    ranked = Ranked.of(verified)
    part = _part(earlier)
    first = _from_earlier(ranked, Ranked.of(earlier), promise.with_part(part)) if part else inf
    threshold = min(first, _from_surest(ranked, promise.with_part(1 - part)))
    if threshold == inf:
        return Certificate(promise=promise, threshold=None, cases=len(verified))
    above, wrong = verified.above(threshold)
    return Certificate(
        promise=promise, threshold=threshold, cases=len(verified), above=above, wrong=wrong
    )


def cases_wanted(
    earlier: Verified, *, promise: Promise, share: float, most: int = 100_000
) -> int | None:
    """How many verified cases make it likely that AI may finish this share; None: too many.

    Likely if answers are as right as the earlier ones. The fewest without any error where there
    are none to go by.
    """
    if not len(earlier):
        return START * fewest_without_error(promise.alpha, promise.delta)
    risk = Ranked.of(earlier).risk_at(np.array([share]))

    first = promise.with_part(PART)

    def enough(cases: int) -> bool:
        return bool(_power(np.array([share]), risk, cases=cases, promise=first)[0] >= POWER)

    if not enough(most):
        return None
    return bisect_left(range(most), x=True, key=enough)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """With this share of cases finished alone so many are wrong, and at most so many (95 %)."""

    share: float
    threshold: float
    risk: float
    at_most: float


def curve(verified: Verified, *, points: int = 100) -> list[Point]:
    """The share of errors against the share of cases finished alone, rising."""
    ranked = Ranked.of(verified)
    thresholds = ranked.thresholds_at(np.linspace(1 / points, 1, points))
    above, wrong = ranked.above(thresholds)
    found = {
        n: Point(
            share=n / len(verified),
            threshold=threshold,
            risk=errors / n,
            at_most=upper_bound(errors, n, 0.05),
        )
        for threshold, n, errors in zip(
            thresholds.tolist(), above.tolist(), wrong.tolist(), strict=True
        )
        if n
    }
    return [found[n] for n in sorted(found)]


def _from_earlier(verified: Ranked, earlier: Ranked, promise: Promise) -> float:
    """The first walk: from where it should pass towards ever larger shares."""
    cases = len(verified.rising)
    shares = np.arange(LEAST_SHARE, 1 + STEP / 2, STEP)
    powers = _power(shares, earlier.risk_at(shares), cases=cases, promise=promise)
    likely = np.flatnonzero(powers >= POWER)
    start = int(likely[-1]) if len(likely) else int(np.argmax(powers))
    thresholds = earlier.thresholds_at(shares[start:])
    return _walk(verified, thresholds, promise)


def _part(earlier: Verified) -> float:
    """All is the second walk's where there is nothing to begin the first with."""
    return PART if len(earlier) else 0.0


def _from_surest(verified: Ranked, promise: Promise) -> float:
    """The second walk: so many of the surest cases, then ever more."""
    cases = len(verified.rising)
    first = START * fewest_without_error(promise.alpha, promise.delta)
    stride = max(LEAST_STRIDE, cases // STRIDES)
    thresholds = verified.thresholds_of(np.arange(first, cases + stride, stride))
    return _walk(verified, thresholds, promise)


def _walk(verified: Ranked, thresholds: Shares, promise: Promise) -> float:
    """The lowest of the thresholds that pass before one fails; infinite where the first fails.

    One that no case exceeds, as where many are equally sure, promises nothing and fails nothing.
    """
    above, wrong = verified.above(thresholds)
    passes = chance_of_at_most(wrong, above, promise.alpha) <= promise.delta
    passed = thresholds[np.logical_and.accumulate(passes | (above == 0)) & (above > 0)]
    return float(passed.min(initial=inf))


def _power(shares: Shares, risks: Shares, *, cases: int, promise: Promise) -> Shares:
    """The chance that so many cases pass at each share, where so many are wrong."""
    above = np.round(shares * cases).astype(np.intp)
    most = most_errors(above, promise.alpha, promise.delta)
    return np.where(most >= 0, chance_of_at_most(most, above, risks), 0.0)


def _between(hits: int, n: int, delta: float) -> tuple[float, float]:
    return lower_bound(hits, n, delta / 2), upper_bound(hits, n, delta / 2)
