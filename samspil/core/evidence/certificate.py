"""Which cases AI may finish alone, so that at most a promised share of them is wrong.

Learn then Test (Angelopoulos et al., 2021): thresholds are tested in an order that was settled
before anybody looked at the verified answers, with the exact test of a share (Clopper and Pearson,
1934), from the surest cases to ever more. Each of a few beginnings has a part of the permitted
chance of error; what passes hands its part on to the next, what fails loses it (the fallback
procedure: Wiens, 2003; Wiens and Dmitrienko, 2005). So the promise is broken with a chance of at
most delta, whatever AI and its sureness are worth; how much they are worth decides only how much AI
may do, and a beginning chosen too boldly costs no more than its own part.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from samspil.core.evidence.binomial import (
    Shares,
    between,
    chance_of_at_most,
    fewest_without_error,
    most_errors,
    upper_bound,
)
from samspil.core.evidence.verified import Ranked, Verified

LEAST_SHARE, STEP = 0.02, 0.005
"""The grid of shares that are considered."""
POWER = 0.9
"""A beginning is where it passes with this chance, if answers are so wrong as is supposed there."""
BEGINNINGS = ((1.0, 0.5), (1.5, 0.35))
"""How many times as wrong as earlier answers say, and the part of the permitted chance of error."""
SUREST = 0.15
"""The part of the beginning with the surest cases; all of it where there are no earlier answers."""
START = 2
"""The surest cases that are tested are this multiple of the fewest that could pass."""
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
        return between(self.wrong, self.above, delta)


def share_between(above: int, cases: int, delta: float) -> tuple[float, float]:
    """Where the share that AI may finish lies; nothing of it is left open where that is none."""
    return between(above, cases, delta) if above else (0.0, 0.0)


def certify(verified: Verified, *, earlier: Verified, promise: Promise) -> Certificate:
    """Find the lowest threshold under which the promise holds.

    `verified` are cases drawn uniformly from those the promise is about, never learned from;
    `earlier` are answers about examples out of sight, which only say where to begin. An empty or a
    wrong `earlier` costs share, never the promise.
    """
    ranked = Ranked.of(verified)
    steps = [*_from_surest(ranked, promise, alone=not len(earlier))]
    if len(earlier):
        steps += _from_earlier(ranked, Ranked.of(earlier), promise)
    threshold = _lowest(ranked, steps, promise)
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

    first = promise.with_part(BEGINNINGS[0][1])

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


Step = tuple[float, float]
"""A threshold to be tested, and the part of the permitted chance of error that is its own."""


def _from_earlier(verified: Ranked, earlier: Ranked, promise: Promise) -> Iterator[Step]:
    """A grid of shares; those have a part that should pass, as earlier answers have it, or worse.

    A promise to a part of delta asks for more cases than one to all of it: each is planned so.
    """
    cases = len(verified.rising)
    shares = np.arange(LEAST_SHARE, 1 + STEP / 2, STEP)
    risks = earlier.risk_at(shares)
    parts = np.zeros(len(shares))
    for times, part in BEGINNINGS:
        supposed = np.minimum(times * risks, 1)
        powers = _power(shares, supposed, cases=cases, promise=promise.with_part(part))
        likely = np.flatnonzero(powers >= POWER)
        parts[int(likely[-1]) if len(likely) else int(np.argmax(powers))] += part
    yield from zip(earlier.thresholds_at(shares).tolist(), parts.tolist(), strict=True)


def _from_surest(verified: Ranked, promise: Promise, *, alone: bool) -> Iterator[Step]:
    """So many of the surest cases; where nothing else says where to go on, then ever more."""
    cases = len(verified.rising)
    first = START * fewest_without_error(promise.alpha, promise.delta)
    stride = max(LEAST_STRIDE, cases // STRIDES)
    end = cases + stride if alone else first + 1
    thresholds = verified.thresholds_of(np.arange(first, end, stride))
    for place, threshold in enumerate(thresholds.tolist()):
        yield threshold, (1.0 if alone else SUREST) if place == 0 else 0.0


def _lowest(verified: Ranked, steps: Sequence[Step], promise: Promise) -> float:
    """The lowest threshold that passes, tested from the highest down; infinite where none does.

    One that no case exceeds, as where many are equally sure, promises nothing and fails nothing.
    """
    ordered = sorted(steps, key=lambda step: (-step[0], -step[1]))
    thresholds = np.array([threshold for threshold, _ in ordered])
    above, wrong = verified.above(thresholds)
    chances = chance_of_at_most(wrong, above, promise.alpha)
    found, at_hand = inf, 0.0
    for (threshold, part), many, chance in zip(ordered, above, chances, strict=True):
        at_hand += part * promise.delta
        if many and chance <= at_hand:
            found = threshold
        elif many:
            at_hand = 0.0
    return found


def _power(shares: Shares, risks: Shares, *, cases: int, promise: Promise) -> Shares:
    """The chance that so many cases pass at each share, where so many are wrong."""
    above = np.round(shares * cases).astype(np.intp)
    most = most_errors(above, promise.alpha, promise.delta)
    return np.where(most >= 0, chance_of_at_most(most, above, risks), 0.0)
