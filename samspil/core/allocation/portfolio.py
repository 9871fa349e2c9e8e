"""What to start with: gains as ranges, effort, risk, the split in hours gained, and payback.

Everything that people estimate is a range; when it is paid back says `core.payback`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samspil.core.allocation.divisions import Division
from samspil.core.payback import (
    DAY_HOURS,
    DRAWN,
    WEEKS,
    YEAR,
    Draws,
    Payback,
    monthly,
    paid_back,
    used_share,
)

RISKY = 4
NEAR = 0.1
"""A share this near to its aim keeps the split."""


class Part(StrEnum):
    """Where a gain comes from."""

    AUTOMATE = "automate"
    ASSIST = "assist"
    TRY = "try"


AIMS: Mapping[Part, float] = {Part.AUTOMATE: 0.7, Part.ASSIST: 0.2, Part.TRY: 0.1}
"""Shares of the hours gained, by rule of thumb."""


class Advice(StrEnum):
    """What to do with a candidate."""

    START = "start"
    LOOK = "look"
    LEAVE = "leave"


class Ground(StrEnum):
    """Why."""

    PAYS = "pays"
    RISK = "risk"
    UNSURE = "unsure"
    COSTS = "costs"
    LAW = "law"
    UNKNOWN = "unknown"


WORDS = {
    Ground.PAYS: "Even the careful estimate saves more hours in a year than it takes to set up.",
    Ground.RISK: "It would pay, but the risk is high: try it beside the old way first.",
    Ground.UNSURE: "It may pay or not: find out more before it begins.",
    Ground.COSTS: "Even the hopeful estimate saves less in a year than it takes to set up.",
    Ground.LAW: "A person does it alone, by law or by choice.",
    Ground.UNKNOWN: "Nobody may tell yet how many hours it takes.",
}
"""Each reason in English; translations use the same sentence as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From `low` to `high`, both 0 or more. Raises `ValueError` otherwise."""

    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse what is no range."""
        if not 0 <= self.low <= self.high < float("inf"):
            raise ValueError("A range goes from a smaller to a larger number, none below 0.")

    @property
    def middle(self) -> float:
        """Halfway."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A task that AI might take part in.

    `hours` a week it takes everybody today, 0 where nobody may tell: then `guessed` counts, what
    people who know the work guess together, if they did. `saved` is the share of them
    (0 to 1) that would be saved, after checking and correcting; `days` it takes to set up; `money`
    is what else the first year costs. `risk` is from 1 to 5.
    """

    key: str
    hours: float
    saved: Range
    days: Range
    money: Range
    risk: int
    part: Part
    division: Division
    guessed: Range | None = None

    @property
    def taken(self) -> Range:
        """Hours a week it takes today: as told, else as guessed."""
        if self.guessed is None or self.hours:
            return Range(low=self.hours, high=self.hours)
        return self.guessed

    @property
    def gain(self) -> Range:
        """Hours saved a week."""
        taken = self.taken
        return Range(low=taken.low * self.saved.low, high=taken.high * self.saved.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Of one part: its share of the hours gained and of the tasks, and whether that is as aimed."""

    gain: float
    tasks: float
    aim: float

    @property
    def kept(self) -> bool:
        """Whether the share of the gain lies near its aim."""
        return abs(self.gain - self.aim) <= NEAR


def ranked(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those first that save most hours for each day of work; risk takes from it."""
    return sorted(candidates, key=lambda one: (-_worth(one), one.key))


def advice_of(one: Candidate) -> tuple[Advice, Ground]:
    """Whether to start with it, look closer, or leave it, and why."""
    if one.division is Division.PERSON_ALONE:
        return Advice.LEAVE, Ground.LAW
    if not one.taken.high:
        return Advice.LOOK, Ground.UNKNOWN
    low, high = WEEKS * one.gain.low, WEEKS * one.gain.high
    if high < DAY_HOURS * one.days.low:
        return Advice.LEAVE, Ground.COSTS
    if low <= DAY_HOURS * one.days.high:
        return Advice.LOOK, Ground.UNSURE
    return (Advice.LOOK, Ground.RISK) if one.risk >= RISKY else (Advice.START, Ground.PAYS)


def split_of(candidates: Sequence[Candidate]) -> dict[Part, Split]:
    """The split of the hours gained; empty where nothing is gained."""
    whole = sum(one.gain.middle for one in candidates)
    if not whole:
        return {}
    return {
        part: Split(
            gain=sum(one.gain.middle for one in candidates if one.part is part) / whole,
            tasks=sum(one.part is part for one in candidates) / len(candidates),
            aim=aim,
        )
        for part, aim in AIMS.items()
    }


def pareto(candidates: Sequence[Candidate]) -> list[float]:
    """Which share of all hours gained the first task brings, the first two, and so on."""
    gains = sorted((one.gain.middle for one in candidates), reverse=True)
    whole = sum(gains)
    return [float(share) for share in np.cumsum(gains) / whole] if whole else []


def payback_of(candidates: Sequence[Candidate], *, rate: float, seed: int) -> Payback:
    """When what is set up is paid back, at `rate` of money for an hour.

    The same seed gives the same months. How much of the saved time is used is drawn once for all.
    """
    chance = np.random.default_rng(seed)
    used = used_share(chance)
    cost, a_month = np.zeros(DRAWN), np.zeros(DRAWN)
    for one in candidates:
        cost += _drawn(one.days, chance) * DAY_HOURS * rate + _drawn(one.money, chance)
        a_month += _drawn(one.gain, chance) * rate * used * WEEKS / YEAR
    return paid_back(monthly(cost, a_month))


def _drawn(given: Range, chance: np.random.Generator) -> Draws:
    return chance.uniform(given.low, given.high, DRAWN)


def _worth(one: Candidate) -> float:
    return one.gain.middle * WEEKS / (DAY_HOURS * max(one.days.middle, 0.5)) / one.risk
