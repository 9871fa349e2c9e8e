"""A whole installation in one file, and back: `samspil backup`, `samspil restore`.

The file is a plain tar whose names are those of a home, so that it can also be unpacked by hand.
Its last two members tell whether it is whole: `parts.txt`, the sha256 of every part as `sha256sum`
checks it, and `manifest.json`. A file that ends before them is refused.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from samspil.config.backup.manifest import BackupFailed
from samspil.config.backup.restoring import restore
from samspil.config.backup.taking import last_backup, take

__all__ = ["BackupFailed", "last_backup", "restore", "take", "tidy_when_stopped"]


@contextmanager
def tidy_when_stopped() -> Iterator[None]:
    """Let SIGTERM end the block as Ctrl-C does, so that what was begun is cleared away."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
