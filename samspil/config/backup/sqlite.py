"""Copy an SQLite database while others write to it."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from samspil.config.backup.manifest import BackupFailed, Facts, Rows, read_facts

STEP = 2_048
"""Pages copied at a time: 8 MB."""
WAIT_S = 20


def copy(source: Path, target: Path, *, progress: Callable[[int, int], None]) -> None:
    """Copy the database as it stands now; `progress` is told pages done and pages in all.

    The reading transaction keeps the picture still: without it every write of another process
    would make the copy begin again, and a busy database would never be copied.
    """
    with closing(sqlite3.connect(source, timeout=WAIT_S, isolation_level=None)) as read:
        read.execute("PRAGMA query_only = ON")
        read.execute("BEGIN")
        read.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with closing(sqlite3.connect(target, isolation_level=None)) as written:
            written.execute("PRAGMA synchronous = OFF")
            read.backup(
                written,
                pages=STEP,
                progress=lambda _, left, total: progress(total - left, total),
            )
        read.execute("ROLLBACK")
        _catch_up(read)


def _catch_up(read: "sqlite3.Connection") -> None:
    """Move into the database what others wrote meanwhile, which the still picture kept out of it.

    Else whoever writes next does it all at once, while a person waits. Nobody waits for us.
    """
    read.execute("PRAGMA query_only = OFF")
    read.execute("PRAGMA wal_checkpoint(PASSIVE)")


def facts_of(path: Path) -> Facts:
    """What a database that nobody has open says about its content."""
    with closing(sqlite3.connect(f"file:{quote(str(path))}?immutable=1", uri=True)) as opened:

        def ask(statement: str, values: Sequence[object]) -> Rows:
            return opened.execute(statement, tuple(values)).fetchall()

        return read_facts(ask, enter=lambda _: None)


def check(path: Path) -> None:
    """Raise `BackupFailed` where the file is not a sound database."""
    with closing(sqlite3.connect(path)) as opened:
        (said,) = opened.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise BackupFailed(f"The database in this backup is damaged: {said}.")
