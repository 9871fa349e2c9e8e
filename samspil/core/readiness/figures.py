"""What may be told of a round, counted once when it is over.

Nothing is told of fewer than five people. A mean goes in steps so wide that one person's answer
stays open by a point either way, and never reaches an end of the scale, where it would say what
everybody answered. A spread is never less than half a point, for the same reason. How many agree
or do not know is told where at least five do and five do not; else only that it is few or most.
Leaders and all others are told apart where both are five, and then only by means and spreads:
whoever subtracts one from the whole gets a figure in steps again.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, stdev

from samspil.core.anonymity import LEAST, enough, in_steps
from samspil.core.readiness.answers import SCALE, UNKNOWN, Answers, hardly_knows, own_mean
from samspil.core.readiness.statements import STATEMENTS, Area

STEPS = (0.1, 0.2, 0.5)
ROOM = 2
"""A step times the people it is of is at least this: a point up and a point down."""
AGREES = 3.5
"""From this mean on a person says that an area holds."""
LEAST_SPREAD = 0.5


class Group(StrEnum):
    """Whose answers a figure is of."""

    ALL = "all"
    LEADERS = "leaders"
    OTHERS = "others"


class Size(StrEnum):
    """How many of all people: a number only where it says nothing of single ones."""

    UNTOLD = "untold"
    FEW = "few"
    SOME = "some"
    MOST = "most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of all people; `n` is None unless it is `SOME`."""

    size: Size
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What somebody handed in, and whether they lead."""

    answers: Answers
    leads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a statement or an area (`of`): mean and spread (a standard deviation) of at
    least `people` people who know; None where too few do. Parts are of all who handed in."""

    of: str
    group: Group
    mean: float | None
    spread: float | None
    people: int
    agree: Part
    unsure: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a round tells for good; `people` is None of fewer than five, and then there is nothing.

    `leaders` and `others` are None where one of the two is too small to be told apart.
    """

    people: int | None
    leaders: int | None
    others: int | None
    told: Sequence[Told]


UNTOLD = Part(size=Size.UNTOLD)


def settled(people: Sequence[Person]) -> Settled:
    """Count what may be told of these people."""
    if not enough(len(people)):
        return Settled(people=None, leaders=None, others=None, told=())
    leaders = [one for one in people if one.leads]
    others = [one for one in people if not one.leads]
    apart = enough(len(leaders)) and enough(len(others))
    told = _told(people, Group.ALL)
    if apart:
        told += _told(leaders, Group.LEADERS) + _told(others, Group.OTHERS)
    return Settled(
        people=len(people),
        leaders=len(leaders) if apart else None,
        others=len(others) if apart else None,
        told=told,
    )


def step_of(people: int) -> float:
    """In which steps a mean of so many people is told."""
    return next((step for step in STEPS if step * people >= ROOM), STEPS[-1])


def part_of(hits: int, n: int) -> Part:
    """How many of `n` people; a number where at least five do and five do not."""
    if not enough(n - LEAST):
        return UNTOLD
    if not enough(hits):
        return Part(size=Size.FEW)
    if not enough(n - hits):
        return Part(size=Size.MOST)
    return Part(size=Size.SOME, n=hits)


def _told(people: Sequence[Person], group: Group) -> list[Told]:
    areas = [_area(people, area, group) for area in Area]
    return areas + [_statement(people, one.key, group) for one in STATEMENTS]


def _area(people: Sequence[Person], area: Area, group: Group) -> Told:
    return _figure(
        people, area, group,
        value=lambda one: own_mean(one.answers, area),
        agrees=AGREES,
        unsure=lambda one: hardly_knows(one.answers, area),
    )  # fmt: skip


def _statement(people: Sequence[Person], key: str, group: Group) -> Told:
    def value(one: Person) -> float | None:
        return one.answers.get(key, UNKNOWN) or None

    return _figure(
        people, key, group, value=value, agrees=4, unsure=lambda one: value(one) is None
    )  # fmt: skip


def _figure(
    people: Sequence[Person],
    of: str,
    group: Group,
    *,
    value: Callable[[Person], float | None],
    agrees: float,
    unsure: Callable[[Person], bool],
) -> Told:
    known = [said for one in people if (said := value(one)) is not None]
    everybody = group is Group.ALL
    agree = part_of(sum(one >= agrees for one in known), len(people))
    open_ = part_of(sum(unsure(one) for one in people), len(people))
    return Told(
        of=str(of),
        group=group,
        mean=_mean(known),
        spread=_spread(known),
        people=in_steps(len(known)),
        agree=agree if everybody else UNTOLD,
        unsure=open_ if everybody else UNTOLD,
    )


def _mean(known: Sequence[float]) -> float | None:
    if not enough(len(known)):
        return None
    step = step_of(len(known))
    near = round(fmean(known) / step) * step
    return round(min(max(near, SCALE[0] + step), SCALE[-1] - step), 1)


def _spread(known: Sequence[float]) -> float | None:
    if not enough(len(known)):
        return None
    step = step_of(len(known))
    return round(max(LEAST_SPREAD, math.ceil(stdev(known) / step - 1e-9) * step), 1)
