"""Show how far something is: a bar on a terminal, a few plain lines anywhere else."""

import sys
from types import TracebackType

WIDTH = 28
QUARTERS = 4


class Bar:
    """`with Bar("…", total=n) as bar: bar(done)`; writes to standard error."""

    def __init__(self, label: str, *, total: int) -> None:
        self._label, self._total = label, total
        self._done = self._quarter = 0
        self._moves = sys.stderr.isatty()

    def __enter__(self) -> "Bar":
        self._show()
        return self

    def __call__(self, done: int) -> None:
        """So many are done by now."""
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
