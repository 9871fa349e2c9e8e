"""How much of the time between events the organisation was open.

Nights, weekends and holidays are not counted then: a case that came on Friday at four and went on
on Monday at nine waited an hour, not three days.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from samspil.core.deadlines import Calendar

MOST_DAYS = 20_000
"""A log that reaches over more than 50 years has wrong times in it: nothing is counted then."""
DAY = timedelta(days=1)
Seconds = NDArray[np.float64]


def years_of(times: Seconds) -> range:
    """The years in which these instants lie, in seconds since 1970; none where there are too
    many, or where nothing is."""
    if not len(times) or float(times.max() - times.min()) > MOST_DAYS * DAY.total_seconds():
        return range(0)
    return range(_day(float(times.min())).year, _day(float(times.max())).year + 1)


def open_seconds(times: Seconds, calendar: Calendar) -> Seconds | None:
    """For each instant how many seconds it was open since some moment before all of them, so that
    differences are time between; None around the clock, and where they reach too far apart."""
    if calendar.hours is None or not len(years_of(times)):
        return None
    marks, sums = [], []
    so_far = 0.0
    for begins, ends in _stretches(times, calendar):
        marks += [begins, ends]
        sums += [so_far, so_far + ends - begins]
        so_far += ends - begins
    if not marks:
        return np.zeros(len(times))
    return np.interp(times, marks, sums)


def _stretches(times: Seconds, calendar: Calendar) -> Iterator[tuple[float, float]]:
    """Stretches in which it is open, one after the other, from the first event to the last."""
    day, last = _day(float(times.min())) - DAY, _day(float(times.max())) + DAY
    until = float("-inf")
    while day <= last:
        for begins, ends in calendar.stretches(day):
            start = max(begins.timestamp(), until)
            until = max(ends.timestamp(), until)
            if start < until:
                yield start, until
        day += DAY


def _day(at: float) -> date:
    return datetime.fromtimestamp(at, tz=UTC).date()
