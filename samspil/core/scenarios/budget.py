"""A first year's money: planned as ranges, spent month by month, and what it comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samspil.core.payback import (
    DRAWN,
    YEAR,
    Draws,
)
from samspil.core.scenarios.guessing import Guess, Percentiles, drawn, percentiles, ranks_of

NEAR = 1.02
"""A sum above another by less than this is the same: guesses are no finer."""
MAYBE = 0.2
"""From this share of draws above what is planned on, people are warned."""


class Kind(StrEnum):
    """What money goes to."""

    LICENCES = "licences"
    TRAINING = "training"
    HELP = "help"
    EQUIPMENT = "equipment"
    BUFFER = "buffer"


class Alarm(StrEnum):
    """How near the money is to its end, the mildest first."""

    NONE = "none"
    BUFFER = "buffer"
    MAYBE = "maybe"
    LIKELY = "likely"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something that costs money in the year; `key` is a number of its own.

    `plan` is for the whole year. It is paid `once`, or month by month. `spent` is by month, 1 to
    12; of a month that is not in it nothing is known, which is not 0. Of what is `done` nothing
    more comes.
    """

    key: int
    kind: Kind
    plan: Guess
    once: bool
    done: bool
    spent: Mapping[int, float]

    @property
    def sum(self) -> float:
        """What was spent so far."""
        return sum(self.spent.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAhead:
    """What a line was planned at, and what it comes to by the end of the year."""

    key: int
    plan: Percentiles
    spent: float
    end: Percentiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """All lines together. `limit` is the middle of the plan, the buffer included; `over` is the
    share of draws (0 to 1) that end above it. `path` is the sum at the end of months 0 to 12:
    spent in the first `months`, then expected. `behind` is how many months are over of which nobody
    wrote anything yet."""

    lines: Sequence[LineAhead]
    plan: Percentiles
    spent: float
    end: Percentiles
    limit: float
    over: float
    alarm: Alarm
    path: Sequence[Percentiles]
    months: int
    behind: int


def outlook(lines: Sequence[Line], *, over: int, seed: int) -> Outlook:
    """What the year comes to, `over` months (0 to 12) of it being over; the same seed, the same."""
    months = months_of(lines)
    plans, ends = draws_of(lines, seed=seed)
    whole = np.sum(list(ends.values()), axis=0) if ends else np.zeros(DRAWN)
    plan = percentiles(np.sum(list(plans.values()), axis=0)) if plans else _flat(0)
    limit = plan.p50
    spent = sum(one.sum for one in lines)
    above = float((whole > limit).mean())
    end = percentiles(whole)
    buffer = sum(one.plan.likely for one in lines if one.kind is Kind.BUFFER)
    return Outlook(
        lines=[
            LineAhead(
                key=one.key, plan=percentiles(plans[one.key]), spent=one.sum,
                end=percentiles(ends[one.key]),
            )
            for one in lines
        ],
        plan=plan,
        spent=spent, end=end, limit=limit, over=above,
        alarm=_alarm(spent=spent, end=end, limit=limit, above=above, buffer=buffer),
        path=_path(lines, whole, months=months), months=months,
        behind=max(over - months, 0) if any(map(goes_on, lines)) else 0,
    )  # fmt: skip


def months_of(lines: Sequence[Line]) -> int:
    """Until which month something was written down; 0 where nothing was."""
    return max((month for one in lines for month in one.spent), default=0)


def goes_on(line: Line) -> bool:
    """Whether it is paid again each month."""
    return not (line.once or line.done or line.kind is Kind.BUFFER)


def draws_of(lines: Sequence[Line], *, seed: int) -> tuple[dict[int, Draws], dict[int, Draws]]:
    """What each line was planned at and what it comes to, by key."""
    plans = {
        one.key: drawn(one.plan, ranks_of(np.random.default_rng([seed, one.key]))) for one in lines
    }
    return plans, {one.key: _end(one, plans[one.key]) for one in lines}


def _end(line: Line, plan: Draws) -> Draws:
    """What a line comes to. What is paid monthly goes on between plan and pace so far; the more
    months are known, the more the pace counts. A buffer is not expected to go."""
    spent, known = line.sum, len(line.spent)
    left = YEAR - known
    if line.done or not left or line.kind is Kind.BUFFER:
        return np.full(DRAWN, spent)
    if line.once:
        return np.maximum(plan, spent)
    weight = known / YEAR
    pace = spent / known if known else 0.0
    return spent + left * ((1 - weight) * plan / YEAR + weight * pace)


def _alarm(*, spent: float, end: Percentiles, limit: float, above: float, buffer: float) -> Alarm:
    if spent > limit:
        return Alarm.OVER
    if end.p50 > limit:
        return Alarm.LIKELY
    if above >= MAYBE:
        return Alarm.MAYBE
    return Alarm.BUFFER if buffer and end.p50 > NEAR * (limit - buffer) else Alarm.NONE


def _path(lines: Sequence[Line], whole: Draws, *, months: int) -> list[Percentiles]:
    spent = [
        sum(each for one in lines for month, each in one.spent.items() if month <= at)
        for at in range(months + 1)
    ]
    left = YEAR - months
    ahead = [
        percentiles(spent[-1] + (whole - spent[-1]) * step / left) for step in range(1, left + 1)
    ]
    return [*(_flat(each) for each in spent), *ahead]


def _flat(value: float) -> Percentiles:
    return Percentiles(p10=value, p50=value, p90=value)


def per_head(found: Percentiles, people: int) -> Percentiles:
    """The same for each of so many people."""
    return Percentiles(p10=found.p10 / people, p50=found.p50 / people, p90=found.p90 / people)
