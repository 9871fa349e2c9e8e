"""Stop conditions: when what is measured says that the old way has to come back at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samspil.core.measures.spread import spread_of
from samspil.core.shares import Share

LEAST_CASES = 10
"""Of fewer cases nothing is concluded, whatever they show."""
FIRST_DRILL = timedelta(days=14)
"""So long after a pilot began its stop is to be tested for the first time."""


class Measure(StrEnum):
    """What a condition looks at, of cases since the pilot began."""

    ERRORS = "errors"
    AGREEMENT = "agreement"
    COMPLAINTS = "complaints"
    WAITING = "waiting"


WORDS = {
    Measure.ERRORS: "Share of checks that found AI's finished work wrong",
    Measure.AGREEMENT: "Share of AI's answers that people agreed with",
    Measure.COMPLAINTS: "Share of cases whose decision was contested",
    Measure.WAITING: "Minutes until the first answer, median",
}
"""In English; translations use the same words as their key."""
BELOW = frozenset({Measure.AGREEMENT})
"""What must not fall; all else must not rise."""
SHARES = frozenset({Measure.ERRORS, Measure.AGREEMENT, Measure.COMPLAINTS})
"""What is a share from 0 to 1; all else is in minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is measured of `n` cases, and between what it lies with a certainty of 95 in 100.

    Shares are from 0 to 1, waiting is in minutes. `value` is None where there is no case; `low` and
    `high` are None where too few were seen to say.
    """

    measure: Measure
    n: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The limit of a measure: stop when it is surely beyond."""

    measure: Measure
    limit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A condition that holds, with what was measured."""

    condition: Condition
    reading: Reading


def of_share(measure: Measure, share: Share) -> Reading:
    """A share as it is read."""
    if not share.n:
        return nothing(measure)
    low, high = share.interval
    return Reading(measure=measure, n=share.n, value=share.value, low=low, high=high)


def of_minutes(measure: Measure, minutes: Sequence[float]) -> Reading:
    """The median of these minutes."""
    if not minutes:
        return nothing(measure)
    found = spread_of(minutes)
    return Reading(
        measure=measure, n=found.n, value=found.median, low=found.sure_low, high=found.sure_high
    )


def nothing(measure: Measure) -> Reading:
    """What is read where there is no case."""
    return Reading(measure=measure, n=0, value=None, low=None, high=None)


def holds(condition: Condition, reading: Reading) -> bool:
    """Whether the measure is beyond the limit by more than chance explains.

    The whole interval has to lie beyond it. Looking often makes that happen by chance now and then;
    such a stop costs little, since the old way is the safe one.
    """
    if reading.n < LEAST_CASES or reading.low is None or reading.high is None:
        return False
    if condition.measure in BELOW:
        return reading.high < condition.limit
    return reading.low > condition.limit


def first_held(conditions: Iterable[Condition], readings: Mapping[Measure, Reading]) -> Held | None:
    """The first condition that holds; None where none does."""
    for one in conditions:
        reading = readings.get(one.measure, nothing(one.measure))
        if holds(one, reading):
            return Held(condition=one, reading=reading)
    return None


def beyond(condition: Condition) -> Reading:
    """A reading for which the condition holds: made up, for a drill."""
    measure, limit = condition.measure, condition.limit
    if measure in BELOW:
        value = limit / 2
    else:
        value = (1 + limit) / 2 if measure in SHARES else 2 * limit + 1
    return Reading(measure=measure, n=LEAST_CASES, value=value, low=value, high=value)


def drill_due(*, began: date, last: date | None, every: timedelta) -> date:
    """The day on which stopping is to be tested next."""
    return last + every if last is not None else began + FIRST_DRILL
