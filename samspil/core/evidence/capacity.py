"""Who takes a case while people's minutes last.

AI finishes alone what its certificate carries, and nothing else: neither a long queue nor a short
day ever lowers that threshold. People's minutes go where a look is worth most; what they do not
reach waits by its deadline.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samspil.core.evidence.habits import Flags, Numbers, Places

FEW = 3
"""So many options are offered to a person, or none."""
ENOUGH_IN_THREE = 0.85
"""How likely one of the three must be right before a person is shown them."""


class Way(StrEnum):
    """How a case is done now: by AI, on AI's options, by a person; or it waits."""

    ALONE = "alone"
    TOGETHER = "together"
    PERSON = "person"
    WAITS = "waits"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Waiting:
    """Cases nobody has finished; one place in every field for each.

    `sure` is how likely AI's answer is right, `three` how likely one of its best three is, both 0
    to 1; `barred` says that something forbids AI to finish it (law, risk class, dissatisfaction, a
    wish for a person); `gain` is by how much a look raises the chance to be right; `cost` is the
    money an error costs, by kind of case; `minutes` is what a look takes, above 0; `due` is when
    the case is due, in any unit that rises with time.
    """

    sure: Numbers
    three: Numbers
    barred: Flags
    gain: Numbers
    cost: Numbers
    minutes: Numbers
    due: Numbers

    def __post_init__(self) -> None:
        numbers = (self.sure, self.three, self.gain, self.cost, self.minutes, self.due)
        if any(each.shape != self.sure.shape for each in (*numbers, self.barred)):
            raise ValueError("Each case needs all of its numbers.")
        if not all(np.all(np.isfinite(each)) for each in numbers):
            raise ValueError("A number of a case is missing.")
        if np.any(self.minutes <= 0) or np.any(self.cost < 0) or np.any(self.gain < 0):
            raise ValueError("Minutes must be above 0, costs and gains not below.")

    def worth(self) -> Numbers:
        """The money that a minute of looking saves, for each case."""
        return self.gain * self.cost / self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The way of each case; which people look at now, in order; which wait, first due first."""

    ways: tuple[Way, ...]
    asked: tuple[int, ...]
    waiting: tuple[int, ...]


def share_out(cases: Waiting, *, threshold: float | None, minutes: float, price: float) -> Turn:
    """Say who takes each case, with so many of people's minutes at this price.

    `threshold` is the certificate's: AI finishes alone where it is surer; None: nothing. People
    look first at what is barred from AI, first due first, then at what is worth more than the
    price, most worth first; minutes left over go to the rest by deadline.
    """
    if not (minutes >= 0 and price >= 0):
        raise ValueError("Minutes and price must not be below 0.")
    alone = may_finish(cases, threshold=threshold)
    order = _order(cases, ~alone, price=price)
    asked = order[np.cumsum(cases.minutes[order]) <= minutes]
    ways = np.where(cases.three >= ENOUGH_IN_THREE, Way.TOGETHER, Way.PERSON).astype(object)
    left = np.setdiff1d(np.flatnonzero(~alone), asked)
    ways[alone], ways[left] = Way.ALONE, Way.WAITS
    waiting = left[np.argsort(cases.due[left], kind="stable")]
    return Turn(ways=tuple(ways), asked=tuple(asked.tolist()), waiting=tuple(waiting.tolist()))


def may_finish(cases: Waiting, *, threshold: float | None) -> Flags:
    """Where AI finishes alone; people's minutes have no say in it."""
    if threshold is None:
        return np.zeros(len(cases.sure), dtype=bool)
    return np.asarray((cases.sure > threshold) & ~cases.barred, dtype=bool)


def next_price(price: float, *, used: float, budget: float, step: float) -> float:
    """The money a minute is worth after a stretch in which so many of its minutes were used.

    μ rises by step * (used - B) / B and never falls below 0 (dual ascent; Arrow and Hurwicz,
    1958). Where there were no minutes to use it stays.
    """
    if not (used >= 0 and budget >= 0 and step >= 0 and price >= 0):
        raise ValueError("Minutes, step and price must not be below 0.")
    return max(0.0, price + step * (used - budget) / budget) if budget else price


def _order(cases: Waiting, open_cases: Flags, *, price: float) -> Places:
    """Barred cases by deadline, then what pays by its worth, then the rest by deadline."""
    worth = cases.worth()
    pays = worth > price
    rank = np.where(cases.barred, 0, np.where(pays, 1, 2))
    within = np.where(rank == 1, -worth, cases.due)
    order = np.lexsort((within, rank))
    return np.asarray(order[open_cases[order]], dtype=np.intp)
