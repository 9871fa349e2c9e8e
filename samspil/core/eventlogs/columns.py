"""Which column of a table holds what: guessed from its name and its cells, for people to change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.eventlogs.instants import looks_like_time
from samspil.core.eventlogs.problems import BadLog, Problem


class Part(StrEnum):
    """What a column may hold; the first three are needed.

    A person is who took the step: read to count hand-overs and forgotten. A state tells whether a
    step began or ended.
    """

    CASE = "case"
    ACTIVITY = "activity"
    TIME = "time"
    PERSON = "person"
    GROUP = "group"
    STATE = "state"


NEEDED = (Part.CASE, Part.ACTIVITY, Part.TIME)
NAMES: Mapping[Part, tuple[str, ...]] = {
    Part.CASE: (
        "case:concept:name", "case id", "caseid", "case", "case number", "sagsnummer", "sagsnr",
        "sag", "sags id", "vorgangsnummer", "vorgang", "fallnummer", "fall", "fall id", "ticket",
        "ticket id", "trace", "order", "ordrenummer", "auftrag",
    ),
    Part.ACTIVITY: (
        "concept:name", "activity", "activityid", "activity id", "step", "event", "task", "action",
        "aktivitet", "trin", "hændelse", "handling", "opgave", "aktivität", "schritt", "ereignis",
        "tätigkeit",
    ),
    Part.TIME: (
        "time:timestamp", "timestamp", "completetimestamp", "complete timestamp", "end", "end time",
        "time", "date", "datetime", "tidspunkt", "tidsstempel", "tid", "dato", "slut", "zeitpunkt",
        "zeitstempel", "zeit", "datum", "ende",
    ),
    Part.PERSON: (
        "org:resource", "resource", "user", "employee", "performer", "agent", "medarbejder",
        "bruger", "behandler", "ressource", "mitarbeiter", "benutzer", "bearbeiter",
    ),
    Part.GROUP: (
        "org:group", "group", "team", "department", "role", "gruppe", "afdeling", "hold",
        "abteilung",
    ),
    Part.STATE: ("lifecycle:transition", "lifecycle", "transition"),
}  # fmt: skip
"""What such columns are called, the surest name first."""
MOSTLY = 0.8
"""The share of cells that must be times for a column to be one of times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The place of each part in a row, from 0; None: the table has no such column."""

    case: int
    activity: int
    time: int
    person: int | None = None
    group: int | None = None
    state: int | None = None


def guessed(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[Part, int]:
    """The column of each part, as far as names and the first rows' cells tell; each only once."""
    names = [_plain(one) for one in header]
    found: dict[Part, int] = {}
    for part, known in NAMES.items():
        places = [names.index(_plain(one)) for one in known if _plain(one) in names]
        free = [one for one in places if one not in found.values()]
        if free:
            found[part] = free[0]
    for part in (Part.TIME, Part.CASE, Part.ACTIVITY):
        if part not in found:
            place = _by_cells(part, rows, width=len(names), taken={*found.values()})
            if place is not None:
                found[part] = place
    return found


def columns_of(chosen: Mapping[Part, int | None], *, width: int) -> Columns:
    """The columns a person chose of a table so wide; raises `BadLog`."""
    needed = [chosen.get(part) for part in NEEDED]
    if any(place is not None and not 0 <= place < width for place in chosen.values()):
        raise BadLog(Problem.NO_COLUMNS)
    case, activity, time = needed
    if case is None or activity is None or time is None:
        raise BadLog(Problem.NO_COLUMNS)
    if len({case, activity, time}) < len(needed):
        raise BadLog(Problem.SAME_COLUMN)
    return Columns(
        case=case, activity=activity, time=time, person=chosen.get(Part.PERSON),
        group=chosen.get(Part.GROUP), state=chosen.get(Part.STATE),
    )  # fmt: skip


def has_header(first: Sequence[str]) -> bool:
    """Whether a table's first row names its columns: it does unless a cell of it is a time."""
    return not any(looks_like_time(cell) for cell in first)


def _by_cells(
    part: Part, rows: Sequence[Sequence[str]], *, width: int, taken: set[int]
) -> int | None:
    free = [place for place in range(width) if place not in taken]
    cells = {place: [row[place] for row in rows if place < len(row)] for place in free}
    times = [place for place in free if _are_times(cells[place])]
    if part is Part.TIME:
        return times[0] if times else None
    others = [place for place in free if place not in times and any(cells[place])]
    if not others:
        return None
    choose = max if part is Part.CASE else min
    return choose(others, key=lambda place: len({*cells[place]}))


def _are_times(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and sum(map(looks_like_time, filled)) >= MOSTLY * len(filled)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())
