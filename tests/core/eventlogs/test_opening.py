"""Time between events while the organisation was open."""

import json
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from samspil.core.deadlines import AROUND_THE_CLOCK, Calendar, OpeningHours, Span
from samspil.core.eventlogs.facts import in_opening_hours, packed, unpacked
from samspil.core.eventlogs.mining import facts_of
from samspil.core.eventlogs.opening import open_seconds, years_of
from tests.core.eventlogs.logs import log_of

HOUR = 3600.0
SPAN = Span(time(8), time(16))
OFFICE = Calendar(
    hours=OpeningHours(((SPAN,),) * 5 + ((), ())), zone=ZoneInfo("Europe/Copenhagen"),
    holidays=frozenset({date(2026, 5, 14)}),
)  # fmt: skip


def waited(first: datetime, then: datetime, calendar: Calendar = OFFICE) -> float:
    found = open_seconds(np.array([first.timestamp(), then.timestamp()]), calendar)
    assert found is not None
    return float(found[1] - found[0]) / HOUR


def at(day: int, hour: int, *, month: int = 5, minute: int = 0) -> datetime:
    zone = ZoneInfo("Europe/Copenhagen")
    return datetime(2026, month, day, hour, minute, tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("first", "then", "hours"),
    [
        (at(4, 9), at(4, 11), 2.0),
        (at(8, 15), at(11, 9), 2.0),
        (at(9, 12), at(10, 12), 0.0),
        (at(4, 20), at(5, 6), 0.0),
        (at(13, 15), at(15, 9), 2.0),
        (at(27, 15, month=3), at(30, 9, month=3), 2.0),
        (at(4, 9, minute=30), at(4, 9, minute=45), 0.25),
    ],
    ids=["one day", "a weekend", "closed", "a night", "a holiday", "clocks change", "minutes"],
)
def test_only_open_time_counts(first, then, hours):
    assert waited(first, then) == pytest.approx(hours)


def test_a_shift_over_midnight_counts_once():
    night = Calendar(hours=OpeningHours(((Span(time(22), time(6)),),) * 7))

    begun, ended = datetime(2026, 5, 4, 21, tzinfo=UTC), datetime(2026, 5, 5, 23, tzinfo=UTC)

    assert waited(begun, ended, night) == pytest.approx(9)


def test_around_the_clock_and_over_centuries_nothing_is_counted():
    two = np.array([0.0, 86_400.0])

    assert open_seconds(two, AROUND_THE_CLOCK) is None
    assert open_seconds(np.array([0.0, 86_400.0 * 365 * 100]), OFFICE) is None
    assert list(years_of(two)) == [1970]


def test_a_log_tells_both_clocks_and_keeps_them():
    facts = facts_of(log_of("ab", "ab", hours=24), calendar=OFFICE, opening="1-5 08:00–16:00|x|")

    opened = in_opening_hours(facts)
    kept = unpacked(json.loads(json.dumps(packed(facts))))

    assert facts.arrows[0].time.median == 24 * HOUR
    assert opened.arrows[0].time.median == pytest.approx(8 * HOUR)
    assert opened.steps[1].wait == opened.arrows[0].time
    assert kept == facts


def test_a_log_of_before_is_as_it_was():
    facts = facts_of(log_of("ab"))
    old = packed(facts)
    for name in ("time_open", "opening"):
        del old[name]
    for one in old["steps"]:
        del one["wait_open"], one["waited_open"]

    assert unpacked(old) == facts
    assert in_opening_hours(facts) is facts
