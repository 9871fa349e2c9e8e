"""What is wrong with single rows of an event log."""

from dataclasses import dataclass
from enum import StrEnum

MOST_NOTED = 20
"""Of each fault so many rows are named; all are counted."""


class Fault(StrEnum):
    """What is wrong with a row; all but the last three leave it out of the map."""

    NO_CASE = "no_case"
    NO_ACTIVITY = "no_activity"
    NO_TIME = "no_time"
    BAD_TIME = "bad_time"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    UNFINISHED = "unfinished"
    LETTERS = "letters"
    TWICE = "twice"
    NO_ZONE = "no_zone"


WORDS = {
    Fault.NO_CASE: "names no case; left out",
    Fault.NO_ACTIVITY: "names no step; left out",
    Fault.NO_TIME: "has no time; left out",
    Fault.BAD_TIME: "has a time that cannot be read; left out",
    Fault.TOO_LONG: "has a field that is far too long; left out",
    Fault.UNREADABLE: "cannot be parted into columns; left out",
    Fault.UNFINISHED: "tells of a step that only begins or waits; left out, since its end counts",
    Fault.LETTERS: "is not UTF-8; read as Windows-1252",
    Fault.TWICE: "says the same as another row; both counted",
    Fault.NO_ZONE: "has a time without a zone; read in the zone you chose",
}
"""What follows "row 7 …"; translations use the same words as their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A fault, how many rows have it, and the first of them by their numbers in the file."""

    fault: Fault
    n: int
    rows: tuple[int, ...]


class Notes:
    """Faults as they come up, counted by kind."""

    def __init__(self) -> None:
        self._n: dict[Fault, int] = {}
        self._rows: dict[Fault, list[int]] = {}

    def add(self, fault: Fault, row: int) -> None:
        """One more row has this fault."""
        self._n[fault] = self._n.get(fault, 0) + 1
        rows = self._rows.setdefault(fault, [])
        if len(rows) < MOST_NOTED:
            rows.append(row)

    def all(self) -> tuple[Noted, ...]:
        """Every fault there was, in the order of `Fault`."""
        return tuple(
            Noted(fault=one, n=self._n[one], rows=tuple(self._rows[one]))
            for one in Fault
            if one in self._n
        )
