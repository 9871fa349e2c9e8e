"""Rows of a CSV log, each with its number in the file, however its letters are written."""

import csv
import io
from collections.abc import Callable, Iterator

from samspil.adapters.encodings import is_text, utf_16
from samspil.adapters.event_logs.opening import BEGINNING
from samspil.core.eventlogs.faults import Fault
from samspil.core.eventlogs.problems import BadLog, Problem

LONGEST_LINE = 256 * 1024
"""Bytes; a longer one is left out whole."""
DELIMITERS = ";,\t|"
Cells = list[str]
Note = Callable[[Fault, int], None]


def rows_of(stream: io.BufferedReader, *, note: Note) -> Iterator[tuple[int, Cells]]:
    """Every row that has cells, header first, with the number of the line it ends on.

    What cannot be read is noted and passed over. Raises `BadLog` for what holds no text.
    """
    sample = stream.peek(BEGINNING)
    wide = utf_16(sample)
    if not wide and (not is_text(sample) or b"\0" in sample):
        raise BadLog(Problem.NO_LOG)
    lines = _Lines(stream, wide=wide, note=note)
    first = next(iter(lines), "")
    delimiter = max(DELIMITERS, key=first.count)
    rows = csv.reader(_with(first, lines), delimiter=delimiter, strict=False)
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:
            note(Fault.UNREADABLE, lines.number)
            continue
        if any(cells):
            yield lines.number, cells


class _Lines:
    """Lines of a stream as words, counted."""

    def __init__(self, stream: io.BufferedReader, *, wide: str, note: Note) -> None:
        self.number = 0
        self._note = note
        self._source = io.TextIOWrapper(stream, wide, "replace", newline="") if wide else stream

    def __iter__(self) -> Iterator[str]:
        while line := self._source.readline(LONGEST_LINE):
            self.number += 1
            if len(line) >= LONGEST_LINE and not self._ends(line):
                self._pass_over()
                self._note(Fault.TOO_LONG, self.number)
                continue
            yield line if isinstance(line, str) else self._said(line)

    def _pass_over(self) -> None:
        while (more := self._source.readline(LONGEST_LINE)) and not self._ends(more):
            pass

    def _ends(self, line: str | bytes) -> bool:
        return line.endswith("\n") if isinstance(line, str) else line.endswith(b"\n")

    def _said(self, line: bytes) -> str:
        try:
            return line.decode().removeprefix("\ufeff")
        except UnicodeDecodeError:
            self._note(Fault.LETTERS, self.number)
            return line.decode("cp1252", "replace")


def _with(first: str, others: _Lines) -> Iterator[str]:
    yield first
    yield from others
