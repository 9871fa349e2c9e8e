"""A log from its file: first a look at how it is laid out, then all of it."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO
from zoneinfo import ZoneInfo

from samspil.adapters.event_logs.opening import Progress, is_xes, opened
from samspil.adapters.event_logs.tables import Cells, Note, rows_of
from samspil.adapters.event_logs.xes import events_of
from samspil.core.eventlogs.columns import (
    NEEDED,
    Columns,
    Part,
    columns_of,
    guessed,
    has_header,
)
from samspil.core.eventlogs.faults import Fault
from samspil.core.eventlogs.gathering import Gathering, Log, Raw
from samspil.core.eventlogs.instants import BadTime, reader, writes_month_first
from samspil.core.eventlogs.problems import BadLog, Problem

SAMPLE = 200
"""Rows from which columns are guessed."""
SHOWN = 5
EVERY = 5_000
"""Events between two words on how far it is."""
LONGEST_SHOWN = 80
MOST_COLUMNS = 200
XES_COLUMNS = ("case", "concept:name", "time:timestamp", "org:resource", "org:group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a file looks like: its columns and first rows, and which column seems to hold what.

    `no_zone` of the `looked_at` times name no zone. Of XES nothing needs to be chosen but the zone.
    """

    xes: bool
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: Mapping[Part, int]
    month_first: bool
    looked_at: int
    no_zone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """How to read a file. `chosen` is the column of each part, from 0; XES needs none.

    A time that names no zone is one in `zone`.
    """

    zone: ZoneInfo
    chosen: Mapping[Part, int | None]
    month_first: bool = False


def looked_at(content: BinaryIO, *, zone: ZoneInfo) -> Preview:
    """Look at the first rows; raises `BadLog`."""
    stream = opened(content)
    if is_xes(stream):
        return _look_at_xes(stream, zone)
    _, rows = _table(stream, note=_nothing)
    sample = [cells for _row, cells in islice(rows, SAMPLE + 1)]
    header = _header(sample[0]) if sample else ()
    if not 3 <= len(header) <= MOST_COLUMNS:
        raise BadLog(Problem.NO_LOG)
    body = sample[1:] if has_header(sample[0]) else sample
    if not body:
        raise BadLog(Problem.NOTHING_READ)
    guess = guessed(header, body)
    place = guess.get(Part.TIME)
    times = [] if place is None else [row[place] for row in body if place < len(row)]
    return _preview(header, body, guess=guess, times=times, zone=zone, xes=False)


def read_log(content: BinaryIO, choices: Choices, *, size: int, progress: Progress) -> Log:
    """Read it all; raises `BadLog`. `size` of the file in bytes tells how far it is."""
    gathering = Gathering(read_time=reader(zone=choices.zone, month_first=choices.month_first))
    stream = opened(content)
    events = events_of(stream) if is_xes(stream) else _events(stream, choices, gathering)
    for number, raw in enumerate(events):
        gathering.add(raw)
        if number % EVERY == 0:
            progress(min(1.0, content.tell() / max(size, 1)))
    return gathering.log()


def _events(stream: io.BufferedReader, choices: Choices, gathering: Gathering) -> Iterator[Raw]:
    first, rows = _table(stream, note=gathering.notes.add)
    columns = columns_of(choices.chosen, width=len(first))
    least = max(columns.case, columns.activity, columns.time)
    if has_header(first):
        next(rows, None)
    for row, cells in rows:
        if len(cells) <= least:
            gathering.notes.add(Fault.UNREADABLE, row)
        else:
            yield _raw(row, cells, columns)


def _raw(row: int, cells: Cells, columns: Columns) -> Raw:
    return Raw(
        row=row, case=cells[columns.case], activity=cells[columns.activity],
        time=cells[columns.time], person=_cell(cells, columns.person),
        group=_cell(cells, columns.group), state=_cell(cells, columns.state),
    )  # fmt: skip


def _cell(cells: Cells, place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _table(stream: io.BufferedReader, *, note: Note) -> tuple[Cells, Iterator[tuple[int, Cells]]]:
    """The first row, and all rows, that one included."""
    rows = rows_of(stream, note=note)
    first = next(rows, None)
    if first is None:
        raise BadLog(Problem.EMPTY)

    def again() -> Iterator[tuple[int, Cells]]:
        yield first
        yield from rows

    return first[1], again()


def _look_at_xes(stream: io.BufferedReader, zone: ZoneInfo) -> Preview:
    events = list(islice(events_of(stream), SAMPLE))
    if not events:
        raise BadLog(Problem.NOTHING_READ)
    rows = [[one.case, one.activity, one.time, one.person, one.group] for one in events]
    guess = dict(zip([*NEEDED, Part.PERSON, Part.GROUP], range(len(XES_COLUMNS)), strict=True))
    times = [one.time for one in events]
    return _preview(XES_COLUMNS, rows, guess=guess, times=times, zone=zone, xes=True)


def _preview(
    header: tuple[str, ...], body: list[Cells], *, guess: Mapping[Part, int], times: list[str],
    zone: ZoneInfo, xes: bool,
) -> Preview:  # fmt: skip
    month_first = writes_month_first(times)
    return Preview(
        xes=xes, header=header, guess=guess, month_first=month_first, looked_at=len(times),
        rows=tuple(tuple(cell[:LONGEST_SHOWN] for cell in row) for row in body[:SHOWN]),
        no_zone=sum(not _names_zone(one, zone, month_first=month_first) for one in times),
    )  # fmt: skip


def _names_zone(said: str, zone: ZoneInfo, *, month_first: bool) -> bool:
    try:
        return reader(zone=zone, month_first=month_first)(said)[1]
    except BadTime:
        return True


def _header(first: Cells) -> tuple[str, ...]:
    if has_header(first):
        return tuple(cell.strip()[:LONGEST_SHOWN] for cell in first)
    return tuple(str(number) for number in range(1, len(first) + 1))


def _nothing(_fault: Fault, _row: int) -> None:
    """A look notes nothing."""
