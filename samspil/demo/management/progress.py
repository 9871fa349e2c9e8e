"""Show how far something is: a bar on a terminal, a few plain lines anywhere else."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import TracebackType

PRESSED = Event()
"""Ctrl-C was pressed. What it raises is lost where a library was called back at that moment."""
WIDTH = 28
QUARTERS = 4


@contextmanager
def stoppable() -> Iterator[None]:
    """Have Ctrl-C end what is going on at once, or else with the next step of a `Bar`."""
    before = signal.signal(signal.SIGINT, _press)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        PRESSED.clear()


def _press(*_: object) -> None:
    PRESSED.set()
    raise KeyboardInterrupt


class Bar:
    """`with Bar("…", total=n) as bar: bar(done)`; writes to standard error.

    Raises `KeyboardInterrupt` at the first step after Ctrl-C.
    """

    def __init__(self, label: str, *, total: int) -> None:
        self._label, self._total = label, total
        self._done = self._quarter = 0
        self._moves = sys.stderr.isatty()

    def __enter__(self) -> "Bar":
        self._show()
        return self

    def __call__(self, done: int) -> None:
        """So many are done by now."""
        if PRESSED.is_set():
            raise KeyboardInterrupt
        self._done = done
        quarter = QUARTERS * done // self._total if self._total else QUARTERS
        if self._moves or quarter > self._quarter:
            self._show()
        self._quarter = quarter

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._moves:
            sys.stderr.write("\n")

    def _show(self) -> None:
        count = f"{self._done}/{self._total}"
        if self._moves:
            filled = WIDTH * self._done // self._total if self._total else WIDTH
            line = f"\r  {self._label:<46} {'█' * filled}{'·' * (WIDTH - filled)} {count} "
        else:
            line = f"  {self._label}: {count}\n"
        sys.stderr.write(line)
        sys.stderr.flush()
