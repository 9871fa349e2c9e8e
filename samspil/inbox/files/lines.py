"""Lines of a file, however it is written down, without ever holding much of it."""

from collections import deque
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from samspil.adapters.encodings import decoded

LONGEST_ROW = 5 * 1024 * 1024
"""In bytes."""


class RowTooLong(ValueError):
    """A single row is longer than anybody's message."""


class Lines(Iterator[str]):
    """The lines of a file in bytes (each UTF-8, else Windows-1252) or in characters.

    Remembers the lines of the row being read, so that a reader that went astray over an open
    quotation mark can go back and lose only that row.
    """

    def __init__(self, stream: BinaryIO | TextIO) -> None:
        self._stream = stream
        self._row: list[str] = []
        self._again: deque[str] = deque()
        self._first = True

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._read()
        self._row.append(line)
        return line

    def begin_row(self) -> None:
        """From here on the lines belong to the next row."""
        self._row.clear()

    def go_back(self, *, past: int = 1) -> None:
        """Give the row's lines once more, all but the first `past`."""
        self._again.extendleft(reversed(self._row[past:]))

    @property
    def taken(self) -> int:
        """How many lines the row has so far."""
        return len(self._row)

    def _read(self) -> str:
        chunk = self._stream.readline(LONGEST_ROW)
        if not chunk:
            raise StopIteration
        if len(chunk) == LONGEST_ROW and not _ends(chunk):
            while chunk and not _ends(chunk):
                chunk = self._stream.readline(LONGEST_ROW)
            raise RowTooLong
        line = chunk if isinstance(chunk, str) else decoded(chunk)
        if self._first:
            self._first, line = False, line.removeprefix("\ufeff")
        return line


def _ends(chunk: str | bytes) -> bool:
    return chunk[-1:] in ("\n", b"\n")
