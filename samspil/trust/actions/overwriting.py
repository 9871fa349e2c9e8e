"""Have the database write over what is deleted, rather than only let go of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def written_over() -> Iterator[None]:
    """Within the block SQLite fills what is deleted with zeros, and its log is emptied at the end.

    PostgreSQL keeps old rows until it tidies its tables by itself (autovacuum). The log cannot be
    emptied while somebody else reads from it: then it is with the next one that goes through.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = ON")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = OFF")
            if not connection.in_atomic_block:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
