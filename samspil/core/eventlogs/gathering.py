"""Events as they are read, one at a time: of each a few numbers are kept, of people no names."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samspil.core.eventlogs.faults import Fault, Noted, Notes
from samspil.core.eventlogs.instants import BadTime
from samspil.core.eventlogs.problems import BadLog, Problem

MOST_ACTIVITIES, MOST_EVENTS = 500, 5_000_000
LONGEST_NAME = 200
"""Characters of a step's name, or of what names a case, a person or a group."""
NOBODY = -1
ENDED = {"", "complete", "completed", "ate_abort", "withdraw"}
"""What a state says of a step that is over; a log without states has only such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """An event as a file has it; `row` is its number there, a person or group may be empty."""

    row: int
    case: str
    activity: str
    time: str
    person: str = ""
    group: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """Events ordered by case and time, each a place in these arrays.

    `times` are seconds since 1970 in UTC. `people` and `groups` are numbers that name nobody,
    `NOBODY` where the file has none.
    """

    activities: tuple[str, ...]
    group_names: tuple[str, ...]
    cases: NDArray[np.int32]
    steps: NDArray[np.int32]
    times: NDArray[np.float64]
    people: NDArray[np.int32]
    groups: NDArray[np.int32]
    notes: tuple[Noted, ...]


class Gathering:
    """Takes events until `log` is asked for."""

    def __init__(self, *, read_time: Callable[[str], tuple[float, bool]]) -> None:
        self._read_time = read_time
        self.notes = Notes()
        self._known: dict[str, dict[str, int]] = {
            one: {} for one in ("case", "activity", "person", "group")
        }
        self._codes = {one: array("i") for one in self._known}
        self._rows, self._times, self._ended = array("i"), array("d"), array("b")

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, raw: Raw) -> None:
        """Take one event, or note what is wrong with it.

        Raises `BadLog` where there are too many events or different steps.
        """
        fault = _fault_of(raw)
        if fault is not None:
            self.notes.add(fault, raw.row)
            return
        try:
            at, zoned = self._read_time(raw.time)
        except BadTime:
            self.notes.add(Fault.BAD_TIME, raw.row)
            return
        if not zoned:
            self.notes.add(Fault.NO_ZONE, raw.row)
        if len(self._rows) >= MOST_EVENTS:
            raise BadLog(Problem.TOO_MANY_EVENTS, most=MOST_EVENTS)
        self._keep(raw, at)

    def _keep(self, raw: Raw, at: float) -> None:
        known, codes = self._known, self._codes
        for name, said in (("case", raw.case), ("activity", raw.activity)):
            codes[name].append(known[name].setdefault(said.strip(), len(known[name])))
        if len(known["activity"]) > MOST_ACTIVITIES:
            raise BadLog(Problem.TOO_MANY_ACTIVITIES, most=MOST_ACTIVITIES, row=raw.row)
        for name, said in (("person", raw.person), ("group", raw.group)):
            code = known[name].setdefault(said, len(known[name])) if said else NOBODY
            codes[name].append(code)
        self._rows.append(raw.row)
        self._times.append(at)
        self._ended.append(raw.state.casefold() in ENDED)

    def log(self) -> Log:
        """All that was taken, in order; raises `BadLog` where that is nothing.

        Where steps begin and end, only their ends are in it. Names of people are not in it at all.
        """
        if not self._rows:
            raise BadLog(Problem.NOTHING_READ)
        kept = self._over()
        part = {name: np.array(codes, dtype=np.int32)[kept] for name, codes in self._codes.items()}
        times, rows = np.array(self._times)[kept], np.array(self._rows)[kept]
        order = np.lexsort((rows, times, part["case"]))
        self._note_twice([part[one][order] for one in part], times[order], rows[order])
        return Log(
            activities=tuple(self._known["activity"]), group_names=tuple(self._known["group"]),
            cases=part["case"][order], steps=part["activity"][order], times=times[order],
            people=part["person"][order], groups=part["group"][order], notes=self.notes.all(),
        )  # fmt: skip

    def _over(self) -> NDArray[np.bool_]:
        ended = np.array(self._ended, dtype=np.bool_)
        if not ended.any():
            return np.ones(len(ended), dtype=np.bool_)
        for row in np.array(self._rows)[~ended]:
            self.notes.add(Fault.UNFINISHED, int(row))
        return ended

    def _note_twice(
        self, parts: list[NDArray[np.int32]], times: NDArray[np.float64], rows: NDArray[np.int64]
    ) -> None:
        order = np.lexsort(np.array([rows, *parts, times]))
        same = np.diff(times[order]) == 0
        for each in parts:
            same &= np.diff(each[order]) == 0
        for row in sorted(int(one) for one in rows[order][1:][same]):
            self.notes.add(Fault.TWICE, row)


def _fault_of(raw: Raw) -> Fault | None:
    if not raw.case.strip():
        return Fault.NO_CASE
    if not raw.activity.strip():
        return Fault.NO_ACTIVITY
    if not raw.time.strip():
        return Fault.NO_TIME
    longest = max(len(one) for one in (raw.case, raw.activity, raw.time, raw.person, raw.group))
    return Fault.TOO_LONG if longest > LONGEST_NAME else None
