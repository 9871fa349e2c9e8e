"""The organisation's opening hours, by which a log's times are counted beside elapsed ones."""

from collections.abc import Iterator
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from samspil.adapters.calendars import holidays_of
from samspil.core.deadlines import AROUND_THE_CLOCK, Calendar
from samspil.core.eventlogs.opening import Seconds, years_of
from samspil.core.opening_hours import OpeningHours, read_hours
from samspil.work.queries import timetable_of

BETWEEN = "|"
"""Between hours, zone and the country whose holidays are closed, as they are kept."""


def opening_of(times: Seconds) -> tuple[Calendar, str]:
    """The calendar of all processes over the years of these times, and its hours as they are kept;
    around the clock and "" where the organisation has no hours."""
    table = timetable_of(None)
    hours = read_hours(table.hours) if table else None
    if table is None or hours is None:
        return AROUND_THE_CLOCK, ""
    zone = table.zone or table.organisation.time_zone
    closed = (
        day
        for year in (years_of(times) if table.country else ())
        for day, _name in holidays_of(table.country, table.state, year=year)
    )
    calendar = Calendar(hours=hours, holidays=frozenset(closed), zone=ZoneInfo(zone))
    place = f"{table.country} {table.state}".strip()
    return calendar, BETWEEN.join(("; ".join(_days(hours)), zone, place))


def opening_words(kept: str) -> str:
    """The hours by which a log was counted, in the reader's language; "" where it was not."""
    if not kept:
        return ""
    days, zone, place = kept.split(BETWEEN)
    said = ", ".join(_named(one) for one in days.split("; "))
    return (
        _("%(hours)s (%(zone)s), without holidays in %(place)s") if place
        else _("%(hours)s (%(zone)s)")
    ) % {"hours": said, "zone": zone, "place": place}  # fmt: skip


def _days(hours: OpeningHours) -> Iterator[str]:
    """Days that open alike together: 1 is Monday, "1-5 08:00–16:00"."""
    spelt = [" ".join(map(str, day)) for day in hours.days]
    for said, group in groupby(enumerate(spelt, start=1), key=lambda one: one[1]):
        days = [number for number, _said in group]
        if said:
            ends = f"{days[0]}-{days[-1]}" if len(days) > 1 else str(days[0])
            yield f"{ends} {said}"


def _named(one: str) -> str:
    """The same with the days' names."""
    days, _space, said = one.partition(" ")
    names = (str(WEEKDAYS_ABBR[int(number) - 1]) for number in days.split("-"))
    return f"{'–'.join(names)} {said}"
