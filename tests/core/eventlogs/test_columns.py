"""Columns are guessed from names and cells, and times are read as people write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from samspil.core.eventlogs.columns import Part, columns_of, guessed, has_header
from samspil.core.eventlogs.instants import BadTime, looks_like_time, reader, writes_month_first
from samspil.core.eventlogs.problems import BadLog

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
ROWS = [[f"{n}", "open" if n % 2 else "close", f"2026-03-0{n} 10:00"] for n in range(1, 8)]


@pytest.mark.parametrize(
    ("header", "case", "activity", "time"),
    [
        (["CaseID", "ActivityID", "CompleteTimestamp"], 0, 1, 2),
        (["Tidspunkt", "Sagsnummer", "Aktivitet"], 1, 2, 0),
        (["Zeitpunkt", "Vorgangsnummer", "Tätigkeit"], 1, 2, 0),
        (["Activity", "time:timestamp", "case:concept:name", "concept:name"], 2, 3, 1),
        (["Case_ID", "Step", "End-Time"], 0, 1, 2),
    ],
)
def test_usual_names_are_known(header, case, activity, time):
    found = guessed(header, [])

    assert (found[Part.CASE], found[Part.ACTIVITY], found[Part.TIME]) == (case, activity, time)


def test_without_names_the_cells_tell():
    assert guessed(["x", "y", "z"], ROWS) == {Part.TIME: 2, Part.CASE: 0, Part.ACTIVITY: 1}
    assert not has_header(ROWS[0])
    assert has_header(["x", "y", "z"])


@pytest.mark.parametrize(
    "chosen",
    [
        {Part.CASE: 0, Part.ACTIVITY: 1},
        {Part.CASE: 0, Part.ACTIVITY: 1, Part.TIME: 1},
        {Part.CASE: 0, Part.ACTIVITY: 1, Part.TIME: 9},
        {Part.CASE: 0, Part.ACTIVITY: 1, Part.TIME: 2, Part.PERSON: -1},
    ],
)
def test_columns_that_do_not_do_are_refused(chosen):
    with pytest.raises(BadLog):
        columns_of(chosen, width=3)


@pytest.mark.parametrize(
    "said",
    [
        "2026-03-04 10:30:00", "2026-03-04T10:30", "04.03.2026 10:30", "04/03/2026 10.30",
        "4-3-26 10:30:00", "2026-03-04T09:30:00Z", "2026-03-04 09:30:00 UTC", "20260304103000",
        "1772616600", "1772616600000", "04/03/2026 10:30:00 AM", "2026-03-04T10:30:00.000+01:00",
    ],
)  # fmt: skip
def test_times_are_read_as_people_and_programs_write_them(said):
    at, _zoned = reader(zone=COPENHAGEN, month_first=False)(said)

    assert datetime.fromtimestamp(at, tz=UTC) == datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def test_a_time_keeps_its_own_zone_and_one_without_takes_the_chosen_one():
    read = reader(zone=COPENHAGEN, month_first=False)

    assert read("2026-07-01T12:00:00+02:00") == (read("2026-07-01 12:00")[0], True)
    assert read("2026-07-01 12:00")[1] is False


@pytest.mark.parametrize("said", ["", "soon", "2026-13-01", "31/31/2026", "12", "0001-01-01"])
def test_what_is_no_time_is_refused(said):
    with pytest.raises(BadTime):
        reader(zone=COPENHAGEN, month_first=False)(said)


def test_whether_the_month_comes_first_is_seen_where_it_can_be():
    assert writes_month_first(["03/04/2026", "03/25/2026"])
    assert not writes_month_first(["03/04/2026", "25/03/2026"])
    assert not writes_month_first(["2026-03-25"])
    assert not looks_like_time("4711")
