"""A week's opening hours, and what the clocks of a zone make of them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

DAYS_A_WEEK = 7
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)

Wall: TypeAlias = tuple[datetime, datetime]
"""From and until, as clocks on the wall show it: naive."""
Stretch: TypeAlias = tuple[datetime, datetime]
"""From and until, as instants in UTC."""


class NeverOpen(ValueError):
    """Opening hours that leave no time to work; the message is fit to show to a person."""


class BadHours(ValueError):
    """Opening hours that cannot be read; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `opens` until `closes`; that is the next day's where it is not later than `opens`."""

    opens: time
    closes: time

    @property
    def overnight(self) -> bool:
        """Whether it goes on past midnight, or ends there."""
        return self.closes <= self.opens

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}"


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The spans of each day of a week, from Monday; raises `NeverOpen` where there is none at all.

    A span belongs to the day it opens on: a holiday closes it as a whole, also past midnight.
    """

    days: tuple[tuple[Span, ...], ...]

    def __post_init__(self) -> None:
        if len(self.days) != DAYS_A_WEEK:
            raise BadHours(f"A week has seven days, not {len(self.days)}.")
        if not any(self.days):
            raise NeverOpen("These opening hours never open: no deadline could ever be met.")

    def walls(self, day: date, *, closed: Collection[date]) -> Iterator[Wall]:
        """What is open between two midnights, as clocks show it."""
        start = datetime.combine(day, time())
        before = day - DAY
        if before not in closed:
            for span in self.days[before.weekday()]:
                if span.overnight and span.closes > time():
                    yield start, datetime.combine(day, span.closes)
        if day not in closed:
            for span in self.days[day.weekday()]:
                ends = start + DAY if span.overnight else datetime.combine(day, span.closes)
                yield datetime.combine(day, span.opens), ends


def in_time(wall: Wall, zone: ZoneInfo) -> Iterator[Stretch]:
    """The instants at which clocks in the zone show a time within these two.

    An hour that clocks skip is nobody's; one they show twice counts twice.
    """
    begins, ends = wall
    sooner, later = _at(begins, DAY), _at(ends, -DAY)
    early, late = _offset(sooner, zone), _offset(later, zone)
    if early == late:
        yield _at(begins, early), _at(ends, late)
        return
    change = _change(sooner, later, zone)
    before = _at(begins, early), min(_at(ends, early), change)
    after = max(_at(begins, late), change), _at(ends, late)
    yield from (one for one in (before, after) if one[0] < one[1])


def _at(wall: datetime, offset: timedelta) -> datetime:
    return wall.replace(tzinfo=UTC) - offset


def _offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta(0)


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The instant between the two at which the zone's clocks are put forward or back."""
    then = _offset(before, zone)
    while after - before > SECOND:
        middle = (before + (after - before) // 2).replace(microsecond=0)
        if _offset(middle, zone) == then:
            before = middle
        else:
            after = middle
    return after


def read_hours(days: Sequence[Sequence[Sequence[str]]]) -> OpeningHours | None:
    """Hours as they are stored: for each day pairs such as ["09:00", "17:00"]; none at all stands
    for around the clock. Raises `NeverOpen` and `BadHours`."""
    if not days:
        return None
    return OpeningHours(tuple(tuple(sorted(map(read_span, day))) for day in days))


def stored_hours(hours: OpeningHours | None) -> list[list[list[str]]]:
    """Hours as they are stored."""
    days = hours.days if hours else ()
    return [[[f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"] for one in day] for day in days]


def read_span(pair: Sequence[str]) -> Span:
    """A span from the times at which it opens and closes. Raises `BadHours`."""
    opens, closes = pair
    return Span(_clock(opens), _clock(closes))


def _clock(text: str) -> time:
    """A time such as 9, 9:30 or 09.30; 24:00 is midnight."""
    hour, _, minute = text.strip().replace(".", ":").partition(":")
    if (hour, minute or "00") == ("24", "00"):
        return time()
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise BadHours(f"“{text.strip()}” is no time of day: write it like 09:00.") from None
