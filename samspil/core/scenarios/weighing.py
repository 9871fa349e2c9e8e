"""What matters most: one assumption moved at a time, all others as they are most likely."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from samspil.core.payback import REALISED
from samspil.core.scenarios.comparing import LIMITS, OWN, Assumption, Option, sums_of
from samspil.core.scenarios.guessing import Guess, rounded

USED = Guess(low=REALISED[0], likely=sum(REALISED) / 2, high=REALISED[1])
FAR = 10
"""A value is looked for up to so many times the most that was guessed."""
HALVINGS = 40

Point = Mapping[Assumption, float]
Ahead = Callable[[float], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """What is gained if this assumption alone is at its `low` or `high` end."""

    assumption: Assumption
    low: float
    high: float

    @property
    def width(self) -> float:
        """How much hangs on it."""
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """From where on the other option is ahead: `at` (None: nowhere that can be), where it is most
    likely `now`. `inside` says whether that lies within what was guessed."""

    option: int
    assumption: Assumption
    now: float
    at: float | None
    inside: bool


def likely_net(option: Option, *, rate: float, months: int) -> float:
    """What is gained if everything comes as it is most likely."""
    return rounded(_net(_likely(option), rate=rate, months=months))


def swings(option: Option, *, rate: float, months: int) -> list[Swing]:
    """Each assumption moved by itself, the one on which most hangs first."""
    likely = _likely(option)

    def net(name: Assumption, value: float) -> float:
        return rounded(_net({**likely, name: value}, rate=rate, months=months))

    found = [
        Swing(assumption=name, low=net(name, guess.low), high=net(name, guess.high))
        for name, guess in {**option.guesses, Assumption.USED: USED}.items()
    ]
    return sorted(found, key=lambda one: (-one.width, one.assumption))


def turns(first: Option, second: Option, *, rate: float, months: int) -> list[Turn]:
    """How far each assumption would have to move until the other of the two is ahead, those first
    that lie within what was guessed."""
    found = []
    for moved in (first, second):
        for name in (*OWN, Assumption.USED):
            if name is Assumption.USED and moved is second:
                continue
            found.append(_turn(moved, name, pair=(first, second), rate=rate, months=months))
    return sorted(found, key=lambda one: (not one.inside, one.at is None, _move(one)))


def _turn(
    moved: Option, name: Assumption, *, pair: Sequence[Option], rate: float, months: int
) -> Turn:
    guess = USED if name is Assumption.USED else moved.guesses[name]
    points = [_likely(one) for one in pair]

    def ahead(value: float) -> float:
        nets = [
            {**point, name: value} if one is moved or name is Assumption.USED else point
            for one, point in zip(pair, points, strict=True)
        ]
        first, second = (_net(one, rate=rate, months=months) for one in nets)
        return first - second

    most = 1.0 if name is Assumption.USED else LIMITS.get(name, FAR * max(guess.high, 1.0))
    at = _crossing(ahead, guess.likely, most=most)
    inside = at is not None and guess.low <= at <= guess.high
    return Turn(
        option=moved.key, assumption=name, now=guess.likely, at=at and rounded(at), inside=inside
    )


def _crossing(ahead: Ahead, now: float, *, most: float) -> float | None:
    """The nearest value on either side at which `ahead` changes its sign; it only rises or falls
    on each side."""
    here = ahead(now)
    for end in sorted((0.0, most), key=lambda one: abs(one - now)):
        if here == 0 or np.sign(ahead(end)) * np.sign(here) >= 0:
            continue
        near, far = now, end
        for _ in range(HALVINGS):
            middle = (near + far) / 2
            if np.sign(ahead(middle)) == np.sign(here):
                near = middle
            else:
                far = middle
        return far
    return None


def _move(turn: Turn) -> float:
    return abs((turn.at or 0.0) - turn.now) / max(turn.now, 1e-9)


def _likely(option: Option) -> dict[Assumption, float]:
    return {**{one: option.guesses[one].likely for one in OWN}, Assumption.USED: USED.likely}


def _net(point: Point, *, rate: float, months: int) -> float:
    values = {name: np.array([value]) for name, value in point.items()}
    return float(sums_of(values, rate=rate)[months, 0])
