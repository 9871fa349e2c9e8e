"""Open a log, unpack it under way, and never read more of it than is allowed."""

import gzip
import io
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

from samspil.core.eventlogs.problems import BadLog, Problem

MOST_BYTES = 100 * 1024**2
MOST_UNPACKED = 1024**3
"""In bytes; a packed file may hold ten times what it weighs, and a harmful one a thousand times."""
GZIP = b"\x1f\x8b"
DAMAGED = (OSError, EOFError, zlib.error)
"""What gzip raises over files that are not what they say."""
BEGINNING = 64 * 1024
Progress = Callable[[float], None]
"""Is told the share of the file that was read, 0 to 1, now and then."""


class Limited(io.RawIOBase):
    """A stream that gives no more than `most` bytes; it raises `BadLog` where there are more."""

    def __init__(self, inner: BinaryIO, *, most: int) -> None:
        self._inner, self._most, self._read = inner, most, 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """Read some more; raises `BadLog`."""
        try:
            more = self._inner.read(len(buffer))
        except DAMAGED:
            raise BadLog(Problem.DAMAGED, row=1) from None
        self._read += len(more)
        if self._read > self._most:
            raise BadLog(Problem.TOO_LARGE_UNPACKED, most=self._most // 1024**2)
        buffer[: len(more)] = more
        return len(more)


def opened(content: BinaryIO, *, most: int = MOST_UNPACKED) -> io.BufferedReader:
    """The log's own bytes, unpacked where it is packed; reading on may raise `BadLog`.

    Raises `BadLog` for an empty file and one that holds no text.
    """
    start = content.read(2)
    content.seek(0)
    packed = start == GZIP
    inner = cast("BinaryIO", gzip.GzipFile(fileobj=content)) if packed else content
    made: io.BufferedReader = io.BufferedReader(Limited(inner, most=most), BEGINNING)
    if not made.peek(1).strip(b"\xef\xbb\xbf \t\r\n"):
        raise BadLog(Problem.EMPTY)
    return made


def is_xes(stream: io.BufferedReader) -> bool:
    """Whether what begins here is XML; nothing is read by asking."""
    start = stream.peek(BEGINNING)[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"<?xml", b"<log", b"<!--", b"<!DOCTYPE"))
