"""Read documents in a process apart, so that no file can hold up, fill or end ours.

A process is kept for the next file, and one serves each thread that reads. It gets no settings and
no keys, a limit of memory, and is ended when a file takes too long.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from samspil.adapters.reading.limits import MB, MOST_MEMORY, MOST_SECONDS, check_size
from samspil.adapters.reading.ocr import Recogniser
from samspil.adapters.reading.outline import Reading
from samspil.adapters.reading.remarks import Trouble, UnreadableDocument
from samspil.adapters.reading.wire import (
    MOST_ANSWERED,
    OUT_OF_MEMORY,
    Gone,
    receive,
    send,
    unpacked,
)

CHILD = "samspil.adapters.reading.child"
ENDS_S = 1.0
"""So long a process whose pipes are closed may take to end."""
TRIES = 2
"""A process may have ended for another file's sake, or because it waited long enough."""


def read(
    name: str,
    data: bytes | Path,
    *,
    most_seconds: float = MOST_SECONDS,
    most_memory: int = MOST_MEMORY,
    recogniser: Recogniser | None = None,
) -> Reading:
    """The document as its sections; raises `UnreadableDocument` with a sentence fit to show.

    `name` says by its ending what kind of text it is. `most_memory` counts bytes. Never takes
    longer than `most_seconds` for each of two tries. With a `recogniser` scanned pages are read.
    """
    raw = _content(data)
    for _try in range(TRIES):
        with _process(most_memory, recogniser) as reader:
            try:
                return reader.read(name, raw, most_seconds=most_seconds)
            except Gone:
                continue
    raise UnreadableDocument(Trouble.FAILED, most=most_memory // MB)


def _content(data: bytes | Path) -> bytes:
    try:
        check_size(data.stat().st_size if isinstance(data, Path) else len(data))
        return data.read_bytes() if isinstance(data, Path) else data
    except OSError:
        raise UnreadableDocument(Trouble.MISSING) from None


class _Reader:
    """One process that reads, and the pipes to it."""

    def __init__(self, most_memory: int, recogniser: Recogniser | None) -> None:
        self.most_memory, self.recogniser = most_memory, recogniser
        said = [recogniser.program, recogniser.languages] if recogniser else []
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-W", "ignore", "-m", CHILD, str(most_memory // MB), *said],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={"LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
        )
        self._asks = cast("BinaryIO", self._process.stdin)
        self._answers = cast("BinaryIO", self._process.stdout)
        self._ready = False

    def read(self, name: str, raw: bytes, *, most_seconds: float) -> Reading:
        """Raises `Gone` where the process ended over the file, not for its length."""
        late = threading.Event()
        clock = threading.Timer(most_seconds, self._end, [late])
        clock.start()
        try:
            return unpacked(self._answer(name, raw))
        except (Gone, OSError):
            self.close()
            raise self._end_of(late=late.is_set(), most_seconds=most_seconds) from None
        finally:
            clock.cancel()

    def _end_of(self, *, late: bool, most_seconds: float) -> Exception:
        """Why it ended, where that can be told."""
        if late:
            return UnreadableDocument(Trouble.TOO_SLOW, most=int(most_seconds))
        if self._process.returncode == OUT_OF_MEMORY:
            return UnreadableDocument(Trouble.TOO_BIG_FOR_MEMORY, most=self.most_memory // MB)
        return Gone()

    @property
    def lives(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        self._answers.close()
        with suppress(BrokenPipeError):
            self._asks.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(ENDS_S)
        self._process.kill()
        self._process.wait()

    def _answer(self, name: str, raw: bytes) -> bytes:
        if not self._ready:
            receive(self._answers, most=100)
            self._ready = True
        send(self._asks, name.encode("utf-8", "replace")[:1_000], raw)
        return receive(self._answers, most=MOST_ANSWERED)

    def _end(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()


_idle: list[_Reader] = []
_lock = threading.Lock()
os.register_at_fork(after_in_child=_idle.clear)


@contextmanager
def _process(most_memory: int, recogniser: Recogniser | None) -> Iterator[_Reader]:
    """A process that waits, else a new one; kept afterwards as long as it lives."""
    reader = _waiting(most_memory, recogniser) or _Reader(most_memory, recogniser)
    try:
        yield reader
    finally:
        if reader.lives:
            with _lock:
                _idle.append(reader)
        else:
            reader.close()


def _waiting(most_memory: int, recogniser: Recogniser | None) -> _Reader | None:
    """One that waits, taken from the others; those that ended while they waited are forgotten."""
    with _lock:
        ended = [one for one in _idle if not one.lives]
        _idle[:] = [one for one in _idle if one.lives]
        wanted = (most_memory, recogniser)
        fitting = [one for one in _idle if (one.most_memory, one.recogniser) == wanted]
        if fitting:
            _idle.remove(fitting[0])
    for one in ended:
        one.close()
    return fitting[0] if fitting else None
