"""How many requests were answered and how long they took, counted by all processes together.

A web server has several processes, and whoever asks is answered by one of them. So the counters
stand in a small file that all of them write, with a lock around each step: about 6 µs a request.
They go on counting after a restart, and belong to this machine (the file bears its name).
"""

import fcntl
import mmap
import os
import socket
import struct
import threading
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
FIRST_STATUS, STATUSES = 100, 500
NUMBER = struct.Struct("<Q")
BUCKETS_AT = STATUSES
SUM_AT = BUCKETS_AT + len(BOUNDS_S) + 1
SIZE = (SUM_AT + 1) * NUMBER.size
MICRO = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Requests by status; by duration up to each of `BOUNDS_S` and beyond; seconds in all."""

    statuses: dict[int, int]
    buckets: Sequence[int]
    seconds: float


class Tally:
    """The counters in the file at `path`, shared by every process that opens it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.Lock()
        self._process = 0
        self._file = -1
        self._map: mmap.mmap | None = None

    def count(self, *, status: int, seconds: float) -> None:
        """Count one answered request."""
        with self._open() as numbers:
            if FIRST_STATUS <= status < FIRST_STATUS + STATUSES:
                _add(numbers, status - FIRST_STATUS, 1)
            _add(numbers, BUCKETS_AT + bisect_left(BOUNDS_S, seconds), 1)
            _add(numbers, SUM_AT, int(seconds * MICRO))

    def read(self) -> Counted:
        """What was counted so far, by all processes."""
        with self._open() as numbers:
            content = numbers[:SIZE]
        found = [number for (number,) in NUMBER.iter_unpack(content)]
        named = enumerate(found[:STATUSES], start=FIRST_STATUS)
        return Counted(
            statuses={status: count for status, count in named if count},
            buckets=tuple(found[BUCKETS_AT:SUM_AT]),
            seconds=found[SUM_AT] / MICRO,
        )

    @contextmanager
    def _open(self) -> Iterator[mmap.mmap]:
        with self._threads:
            if self._process != os.getpid():  # the first time, and after a fork: a lock of its own
                self._attach()
            assert self._map is not None
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                yield self._map
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)

    def _attach(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if os.fstat(self._file).st_size < SIZE:
            os.ftruncate(self._file, SIZE)  # never makes a file smaller that another has just grown
        self._map = mmap.mmap(self._file, SIZE)
        self._process = os.getpid()


def tally_in(home: Path) -> Tally:
    """The counters of this machine."""
    return Tally(home / "metrics" / f"requests-{socket.gethostname()}.bin")


def _add(numbers: mmap.mmap, at: int, more: int) -> None:
    place = at * NUMBER.size
    NUMBER.pack_into(numbers, place, NUMBER.unpack_from(numbers, place)[0] + more)
