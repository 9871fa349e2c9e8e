"""How often to look for jobs: seldom when it is quiet, often while short jobs keep coming.

A look costs about 3 ms of processor time, and brings at most as many jobs as there are threads.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dbos import Queue

QUIET_S = 0.1
BUSY_S = 0.01


class Tally:
    """Which jobs this process is running and how many it has ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.running = 0
        self.ended = 0

    @contextmanager
    def one_job(self) -> Iterator[None]:
        """Count one job from start to end."""
        with self._lock:
            self.running += 1
        try:
            yield
        finally:
            with self._lock:
                self.running -= 1
                self.ended += 1


class Pace:
    """Sets how often the workers of a queue look; the engine reads it before every look."""

    def __init__(self, queue: Queue, *, busy_from: int) -> None:
        self._queue = queue
        self._busy_from = busy_from
        self._ended_before = 0
        self._busy = False

    def adapt(self, ended: int) -> None:
        """Look often if at least `busy_from` jobs have ended since the last call.

        Said again while busy, because another worker that has become quiet says the opposite.
        """
        busy = ended - self._ended_before >= self._busy_from
        if busy or self._busy:
            self._queue.set_polling_interval_sec(BUSY_S if busy else QUIET_S)
        self._ended_before, self._busy = ended, busy
