"""When a case is due: working time, counted only while the organisation is open.

What is unknown or does not come out even makes a deadline earlier, never later.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from samspil.core.opening_hours import NeverOpen, OpeningHours, Span, Stretch, in_time

__all__ = [
    "AROUND_THE_CLOCK",
    "Calendar",
    "NeverOpen",
    "OpeningHours",
    "Span",
    "days_allowed",
    "due_at",
    "first_response",
    "open_time",
    "time_after",
    "working_time_between",
]

PART_OF_TIME = {"1": 1, "2": 1, "3": 10}
"""A level-3 case is due in a tenth of the process's time: 8 hours become 48 minutes."""
DAY = timedelta(days=1)
UTC_ZONE = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When somebody is there to work.

    `hours` None stands for around the clock, and then no holiday counts. A holiday closes what
    would open on it; a day nobody knows to be a holiday is an ordinary one.
    """

    hours: OpeningHours | None = None
    holidays: frozenset[date] = frozenset()
    zone: ZoneInfo = UTC_ZONE

    def stretches(self, day: date) -> list[Stretch]:
        """The instants of a day at which it is open, in order; they never touch."""
        if self.hours is None:
            return []
        walls = self.hours.walls(day, closed=self.holidays)
        found = sorted(one for wall in walls for one in in_time(wall, self.zone))
        return list(_joined(found))


AROUND_THE_CLOCK = Calendar()


def first_response(*, minutes: int, level: str = "1") -> timedelta:
    """The working time a case of this level has, `minutes` being the process's time."""
    return timedelta(minutes=minutes) // PART_OF_TIME[level]


def due_at(
    opened_at: datetime,
    *,
    minutes: int,
    level: str = "1",
    calendar: Calendar = AROUND_THE_CLOCK,
) -> datetime:
    """The instant by which the first answer should be out, `minutes` being the process's time."""
    working = first_response(minutes=minutes, level=level)
    return time_after(opened_at, working=working, calendar=calendar)


def time_after(start: datetime, *, working: timedelta, calendar: Calendar) -> datetime:
    """The first instant at which so much working time has passed; the start itself where none is
    to pass."""
    if working <= timedelta(0):
        return start
    if calendar.hours is None:
        return start + working
    left = working
    day = start.astimezone(calendar.zone).date()
    while True:
        for begins, ends in calendar.stretches(day):
            begins = max(begins, start)
            if ends - begins >= left:
                return begins + left
            left -= max(ends - begins, timedelta(0))
        day += DAY


def working_time_between(start: datetime, end: datetime, *, calendar: Calendar) -> timedelta:
    """How much working time passes from one instant to another; less than none backwards."""
    if end < start:
        return -working_time_between(end, start, calendar=calendar)
    if calendar.hours is None:
        return end - start
    day, last = (at.astimezone(calendar.zone).date() for at in (start, end))
    passed = timedelta(0)
    while day <= last:
        for begins, ends in calendar.stretches(day):
            passed += max(min(ends, end) - max(begins, start), timedelta(0))
        day += DAY
    return passed


def open_time(day: date, *, calendar: Calendar) -> timedelta:
    """For how long it is open on this day; around the clock it is a day."""
    if calendar.hours is None:
        return DAY
    return sum((ends - begins for begins, ends in calendar.stretches(day)), timedelta(0))


def days_allowed(days: Sequence[date], *, minutes: int, calendar: Calendar) -> tuple[int, ...]:
    """How many days later a case is due that comes on each of these days, `minutes` being the
    process's time; 0 is the same day.

    It is taken to come in the middle of the open time, or of the day where it is closed.
    """
    return tuple(_days_until_due(day, minutes=minutes, calendar=calendar) for day in days)


def _days_until_due(day: date, *, minutes: int, calendar: Calendar) -> int:
    start = datetime.combine(day, time(), tzinfo=calendar.zone)
    half = open_time(day, calendar=calendar) / 2
    middle = time_after(start, working=half, calendar=calendar) if half else start + DAY / 2
    due = due_at(middle, minutes=minutes, calendar=calendar)
    return (due.astimezone(calendar.zone).date() - day).days


def _joined(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Sorted stretches, with those that touch or overlap made one."""
    if not stretches:
        return
    begins, ends = stretches[0]
    for following, closing in stretches[1:]:
        if following > ends:
            yield begins.astimezone(UTC), ends.astimezone(UTC)
            begins, ends = following, closing
        else:
            ends = max(ends, closing)
    yield begins.astimezone(UTC), ends.astimezone(UTC)
