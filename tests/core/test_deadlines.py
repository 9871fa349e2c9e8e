"""Deadlines run while somebody is there, whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.deadlines import (
    Calendar,
    days_allowed,
    due_at,
    open_time,
    time_after,
    working_time_between,
)
from samspil.core.opening_hours import BadHours, NeverOpen, OpeningHours, read_hours, stored_hours

COPENHAGEN, BERLIN, LONDON = (
    ZoneInfo(f"Europe/{city}") for city in ("Copenhagen", "Berlin", "London")
)
OFFICE = [[["09:00", "17:00"]]] * 5 + [[], []]
NIGHT = [[["22:00", "06:00"]]] * 7
WHOLE_DAYS = [[["00:00", "24:00"]]] * 7
BROKEN_NIGHT = [[["02:15", "02:45"], ["10:00", "11:00"]]] * 7
HOUR = timedelta(hours=1)


def week(days, *, zone: ZoneInfo = COPENHAGEN, holidays: tuple[date, ...] = ()) -> Calendar:
    return Calendar(hours=read_hours(days), zone=zone, holidays=frozenset(holidays))


def local(*parts: int, zone: ZoneInfo = COPENHAGEN, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=zone, fold=fold).astimezone(UTC)  # type: ignore[misc, arg-type]  # year … minute


def test_eight_hours_of_an_office_day_end_when_it_closes():
    due = due_at(local(2026, 3, 2, 9), minutes=480, calendar=week(OFFICE))

    assert due == local(2026, 3, 2, 17)


def test_what_comes_on_friday_evening_begins_on_monday():
    due = due_at(local(2026, 3, 6, 20), minutes=90, calendar=week(OFFICE))

    assert due == local(2026, 3, 9, 10, 30)


def test_a_lunch_break_does_not_count():
    broken = [[["09:00", "12:00"], ["13:00", "17:00"]]] * 7

    assert due_at(local(2026, 3, 2, 11), minutes=120, calendar=week(broken)) == local(
        2026, 3, 2, 14
    )


def test_level_three_has_a_tenth_of_the_working_time():
    due = due_at(local(2026, 3, 6, 16, 30), minutes=480, level="3", calendar=week(OFFICE))

    assert due == local(2026, 3, 9, 9, 18)


@pytest.mark.parametrize("zone", [COPENHAGEN, BERLIN])
@pytest.mark.parametrize(
    ("days", "opened", "minutes", "due"),
    [
        (OFFICE, (2026, 3, 27, 16), 120, (2026, 3, 30, 10)),
        (NIGHT, (2026, 3, 28, 22), 420, (2026, 3, 29, 6)),
        (WHOLE_DAYS, (2026, 3, 29, 0), 23 * 60, (2026, 3, 30, 0)),
        ([[["01:30", "04:00"]]] * 7, (2026, 3, 29, 0), 60, (2026, 3, 29, 3, 30)),
        (BROKEN_NIGHT, (2026, 3, 29, 0), 30, (2026, 3, 29, 10, 30)),
        (OFFICE, (2026, 10, 23, 16), 120, (2026, 10, 26, 10)),
        (NIGHT, (2026, 10, 24, 22), 540, (2026, 10, 25, 6)),
        (WHOLE_DAYS, (2026, 10, 25, 0), 25 * 60, (2026, 10, 26, 0)),
        ([[["01:30", "04:00"]]] * 7, (2026, 10, 25, 0), 210, (2026, 10, 25, 4)),
    ],
)  # fmt: skip
def test_deadlines_hold_over_the_nights_the_clocks_change(zone, days, opened, minutes, due):
    found = due_at(local(*opened, zone=zone), minutes=minutes, calendar=week(days, zone=zone))

    assert found == local(*due, zone=zone)


def test_an_hour_that_clocks_show_twice_is_open_twice():
    small_hours = week([[["02:00", "03:00"]]] * 7)
    night = local(2026, 10, 25, 0), local(2026, 10, 25, 12)

    assert working_time_between(*night, calendar=small_hours) == 2 * HOUR
    assert time_after(night[0], working=HOUR, calendar=small_hours) == local(
        2026, 10, 25, 2, fold=1
    )


def test_an_hour_that_clocks_skip_is_nobodys():
    small_hours = week([[["02:00", "03:00"]]] * 7)

    assert due_at(local(2026, 3, 29, 0), minutes=60, calendar=small_hours) == local(2026, 3, 30, 3)


def test_around_the_clock_every_hour_counts():
    spring = due_at(local(2026, 3, 28, 12), minutes=24 * 60)

    assert spring == local(2026, 3, 29, 13)


def test_the_same_hours_in_two_zones_give_two_deadlines():
    opened = local(2026, 3, 2, 8)

    copenhagen = due_at(opened, minutes=60, calendar=week(OFFICE))
    london = due_at(opened, minutes=60, calendar=week(OFFICE, zone=LONDON))

    assert london - copenhagen == HOUR


def test_nothing_opens_on_a_holiday():
    easter = (date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6))

    due = due_at(local(2026, 4, 1, 16), minutes=120, calendar=week(OFFICE, holidays=easter))

    assert due == local(2026, 4, 7, 10)


def test_a_holiday_closes_the_night_that_begins_on_it_and_no_other():
    holiday = week(NIGHT, holidays=(date(2026, 12, 25),))
    nights = local(2026, 12, 24, 12), local(2026, 12, 27, 12)

    assert working_time_between(*nights, calendar=holiday) == 16 * HOUR
    assert holiday.stretches(date(2026, 12, 25)) == [
        (local(2026, 12, 25, 0), local(2026, 12, 25, 6))
    ]
    assert holiday.stretches(date(2026, 12, 26)) == [
        (local(2026, 12, 26, 22), local(2026, 12, 27, 0))
    ]


def test_overlapping_spans_count_once():
    doubled = [[["09:00", "13:00"], ["12:00", "17:00"]]] * 7

    assert due_at(local(2026, 3, 2, 9), minutes=480, calendar=week(doubled)) == local(
        2026, 3, 2, 17
    )


def test_hours_that_never_open_are_refused():
    with pytest.raises(NeverOpen, match="never open"):
        read_hours([[]] * 7)


@pytest.mark.parametrize("text", ["25:00", "nine", "9:75", ""])
def test_a_time_that_is_none_is_refused(text):
    with pytest.raises(BadHours, match="no time of day"):
        read_hours([[[text, "17:00"]], *([[]] * 6)])


def test_a_week_has_seven_days():
    with pytest.raises(BadHours):
        OpeningHours(())


def test_hours_are_stored_and_read_again():
    assert stored_hours(read_hours(NIGHT)) == NIGHT
    assert (stored_hours(None), read_hours([])) == ([], None)


times = st.integers(0, 24 * 60 - 1).map(lambda n: f"{n // 60:02}:{n % 60:02}")
spans = st.lists(st.tuples(times, times).map(list), max_size=3)
weeks = st.lists(spans, min_size=7, max_size=7).filter(any)
days = st.dates(date(2026, 3, 20), date(2026, 4, 10)) | st.dates(
    date(2026, 10, 18), date(2026, 11, 5)
)
calendars = st.builds(
    lambda hours, zone, holidays: week(hours, zone=zone, holidays=tuple(holidays)),
    weeks,
    st.sampled_from([COPENHAGEN, BERLIN, LONDON, ZoneInfo("America/Nuuk"), ZoneInfo("UTC")]),
    st.lists(days, max_size=4),
)
instants = st.builds(
    lambda day, seconds: (
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=seconds)
    ),
    days,
    st.integers(0, 86399),
)
amounts = st.integers(0, 3 * 24 * 3600).map(lambda n: timedelta(seconds=n))


@given(calendars, instants, amounts, amounts)
def test_more_work_is_never_due_earlier(calendar, start, less, more):
    first, second = (time_after(start, working=work, calendar=calendar) for work in (less, more))

    assert (first <= second) == (less <= more) or first == second


@given(calendars, instants, instants, amounts)
def test_what_comes_later_is_never_due_earlier(calendar, one, other, work):
    early, late = sorted((one, other))

    assert time_after(early, working=work, calendar=calendar) <= max(
        late, time_after(late, working=work, calendar=calendar)
    )


@given(calendars, instants, instants, instants)
def test_working_time_adds_up(calendar, a, b, c):
    def between(x, y):
        return working_time_between(x, y, calendar=calendar)

    assert between(a, b) + between(b, c) == between(a, c)


@given(calendars, instants, amounts)
def test_exactly_the_working_time_passes_until_a_deadline_and_not_a_second_later(
    calendar, start, work
):
    due = time_after(start, working=work, calendar=calendar)

    assert working_time_between(start, due, calendar=calendar) == work
    earlier = max(start, due - timedelta(seconds=1))
    assert working_time_between(start, earlier, calendar=calendar) < work or due == start


@given(calendars, instants, amounts.filter(bool))
def test_a_deadline_is_never_outside_of_opening_hours(calendar, start, work):
    due = time_after(start, working=work, calendar=calendar)

    moment = (due - timedelta(microseconds=1)).astimezone(calendar.zone)
    assert calendar.hours is not None
    assert any(
        begins <= moment.replace(tzinfo=None) < ends
        for begins, ends in calendar.hours.walls(moment.date(), closed=calendar.holidays)
    )


@given(calendars, instants)
def test_every_minute_is_open_by_the_clock_on_the_wall(calendar, start):
    minutes = [start + timedelta(minutes=n) for n in range(0, 180, 7)]

    for minute in minutes:
        wall = minute.astimezone(calendar.zone).replace(tzinfo=None)
        shown = any(
            begins <= wall < ends
            for begins, ends in calendar.hours.walls(wall.date(), closed=calendar.holidays)
        )
        stretches = calendar.stretches(wall.date())
        assert shown == any(begins <= minute < ends for begins, ends in stretches)


def test_a_day_is_open_as_long_as_its_hours_say():
    office = week(OFFICE, holidays=(date(2026, 3, 3),))

    opened = [open_time(date(2026, 3, day), calendar=office) for day in (2, 3, 7)]

    assert opened == [8 * HOUR, 0 * HOUR, 0 * HOUR]
    assert open_time(date(2026, 3, 2), calendar=Calendar()) == 24 * HOUR


@pytest.mark.parametrize(
    ("hours", "minutes", "allowed"),
    [
        (OFFICE, 60, (0, 0, 0, 0, 0, 2, 1)),
        (OFFICE, 480, (1, 1, 1, 1, 3, 2, 1)),
        (OFFICE, 2 * 480, (2, 2, 2, 4, 4, 3, 2)),
        ([], 480, (0,) * 7),
        ([], 2 * 1440, (2,) * 7),
    ],
)
def test_what_comes_before_a_weekend_is_due_after_it(hours, minutes, allowed):
    monday_to_sunday = [date(2026, 3, day) for day in range(2, 9)]

    assert days_allowed(monday_to_sunday, minutes=minutes, calendar=week(hours)) == allowed
