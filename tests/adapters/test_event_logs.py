"""Logs from files: read as a stream, within limits, with nothing lost and every fault named."""

import gzip
import io
from zoneinfo import ZoneInfo

import pytest

from samspil.adapters.event_logs import Choices, looked_at, opened, read_log
from samspil.adapters.event_logs.tables import LONGEST_LINE
from samspil.core.eventlogs.columns import Part
from samspil.core.eventlogs.faults import Fault
from samspil.core.eventlogs.problems import BadLog, Problem

ZONE = ZoneInfo("Europe/Copenhagen")
HEAD = "case;step;time\n"
GOOD = HEAD + "1;open;2026-03-04 10:00\n1;close;2026-03-04 12:00\n"
XES = (
    '<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/">'
    '<global scope="event"><string key="concept:name" value="no step"/></global>{}</log>'
)
TRACE = '<trace><string key="concept:name" value="7"/>{}</trace>'
EVENT = (
    '<event><string key="concept:name" value="{}"/><date key="time:timestamp" value="{}"/>'
    '<string key="org:resource" value="Ann"/></event>'
)


def read(content: str | bytes, **choices):
    raw = content.encode() if isinstance(content, str) else content
    preview = looked_at(io.BytesIO(raw), zone=ZONE)
    wanted = Choices(zone=ZONE, chosen=preview.guess, **choices)
    return read_log(io.BytesIO(raw), wanted, size=len(raw), progress=lambda _share: None)


def noted(log):
    return {one.fault: (one.n, one.rows) for one in log.notes if one.fault is not Fault.NO_ZONE}


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode(),
        GOOD.replace(";", ",").encode(),
        GOOD.replace(";", "\t").encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.encode("utf-16"),
        GOOD.replace("\n", "\r\n").encode(),
        gzip.compress(GOOD.encode(), mtime=0),
    ],
    ids=["semicolons", "commas", "tabs", "marked", "utf-16", "windows", "packed"],
)
def test_any_usual_table_is_read(content):
    log = read(content)

    assert (log.activities, len(log.steps), noted(log)) == (("open", "close"), 2, {})
    assert log.times[1] - log.times[0] == 7200


def test_a_table_without_a_header_loses_no_row():
    rows = "".join(f"{n};open;2026-03-04 10:00\n" for n in range(3))

    assert len(read(rows).steps) == 3


def test_xes_is_read_also_where_the_case_is_named_after_its_events():
    event = EVENT.format("open", "2026-03-04T10:00:00+01:00")
    named_last = f'<trace>{event}<string key="concept:name" value="8"/></trace>'

    log = read(XES.format(TRACE.format(event + event.replace("open", "close")) + named_last))

    assert (log.activities, log.cases.tolist()) == (("open", "close"), [0, 0, 1])
    assert log.times[0] == 1772614800


def test_each_row_that_cannot_be_read_is_named_and_the_others_count():
    rows = [
        "1;open;2026-03-04 10:00", ";open;2026-03-04 10:00", "1;;2026-03-04 10:00", "1;close;",
        "1;close;soon", "1", f"1;{'x' * 300};2026-03-04 10:00", "1;close;2026-03-04 12:00",
    ]  # fmt: skip

    log = read(HEAD + "\n".join(rows) + "\n")

    assert len(log.steps) == 2
    assert noted(log) == {
        Fault.NO_CASE: (1, (3,)), Fault.NO_ACTIVITY: (1, (4,)), Fault.NO_TIME: (1, (5,)),
        Fault.BAD_TIME: (1, (6,)), Fault.UNREADABLE: (1, (7,)), Fault.TOO_LONG: (1, (8,)),
    }  # fmt: skip


def test_rows_out_of_order_are_put_in_order_and_zones_are_mixed():
    mixed = (
        HEAD
        + "1;close;2026-03-04T12:00:00+01:00\n1;open;2026-03-04T10:00:00Z\n1;new;2026-03-04 10:30\n"
    )

    log = read(mixed)

    assert [log.activities[one] for one in log.steps] == ["new", "open", "close"]


def test_a_row_that_stands_there_twice_is_counted_and_named():
    log = read(GOOD + "1;close;2026-03-04 12:00\n")

    assert (len(log.steps), noted(log)) == (3, {Fault.TWICE: (1, (4,))})


def test_broken_letters_are_read_as_windows_writes_them_and_named():
    log = read(GOOD.encode() + "1;lukket på ny;2026-03-04 13:00\n".encode("cp1252"))

    assert log.activities[-1] == "lukket på ny"
    assert noted(log) == {Fault.LETTERS: (1, (4,))}


def test_one_huge_line_is_left_out_and_what_follows_is_read():
    log = read(GOOD + "1;" + "x" * (3 * LONGEST_LINE) + ";2026-03-04\n2;open;2026-03-05\n")

    assert len(log.steps) == 3
    assert noted(log) == {Fault.TOO_LONG: (1, (4,))}


def test_where_steps_begin_and_end_their_ends_count():
    rows = "case;step;time;lifecycle:transition\n1;a;2026-03-04;start\n1;a;2026-03-05;complete\n"

    log = read(rows)

    assert (len(log.steps), noted(log)) == (1, {Fault.UNFINISHED: (1, (2,))})


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    "<log><trace>&b;</trace></log>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE log SYSTEM "file:///etc/hostname"><log/>'


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.EMPTY),
        (b" \n\n", Problem.EMPTY),
        (b"\x00\x01\x02\x03" * 50, Problem.NO_LOG),
        (b"%PDF-1.7 some bytes", Problem.NO_LOG),
        (b"one;two\n1;2\n", Problem.NO_LOG),
        (HEAD.encode(), Problem.NOTHING_READ),
        (b"<?xml version='1.0'?><html/>", Problem.NO_LOG),
        (XES.format("").encode(), Problem.NOTHING_READ),
        (XES.format(TRACE.format("")).encode()[:-8], Problem.DAMAGED),
        (BOMB.encode(), Problem.ENTITIES),
        (OUTSIDE.encode(), Problem.ENTITIES),
        (b"<log>" + b"<list>" * 100, Problem.ENTITIES),
        (gzip.compress(GOOD.encode(), mtime=0)[:-9], Problem.DAMAGED),
    ],
)
def test_a_file_that_is_no_log_is_refused_by_name(content, problem):
    with pytest.raises(BadLog) as why:
        read(content)

    assert why.value.problem is problem


def test_a_small_file_that_unpacks_to_a_huge_one_is_stopped_under_way():
    bomb = gzip.compress(b"0" * 3 * 1024**2)

    with pytest.raises(BadLog) as why:
        opened(io.BytesIO(bomb), most=1024**2).read()

    assert why.value.problem is Problem.TOO_LARGE_UNPACKED


def test_a_million_different_steps_are_refused_soon():
    rows = "".join(f"1;step {n};2026-03-04 10:00\n" for n in range(600))

    with pytest.raises(BadLog, match="more than 500 different steps by row 502"):
        read(HEAD + rows)


def test_a_preview_says_what_it_guesses_and_which_times_name_no_zone():
    preview = looked_at(io.BytesIO(GOOD.encode()), zone=ZONE)

    assert (preview.header, preview.rows[0]) == (
        ("case", "step", "time"), ("1", "open", "2026-03-04 10:00"),
    )  # fmt: skip
    assert preview.guess == {Part.CASE: 0, Part.ACTIVITY: 1, Part.TIME: 2}
    assert (preview.no_zone, preview.looked_at, preview.xes) == (2, 2, False)
