"""Put a current SQLite in place of the one Python was built with, before anything opens a file.

Old libraries (Debian 12 has 3.40.1) can damage a write-ahead log; the packaged one is 3.53.
"""

import sys

import pysqlite3
import pysqlite3.dbapi2

LEAST = (3, 51, 3)


class OldSqlite(RuntimeError):
    """The SQLite library at hand is older than is safe."""


def use_current_sqlite() -> None:
    """Make `import sqlite3` give the packaged library; raises `OldSqlite` where it is too old."""
    if pysqlite3.sqlite_version_info < LEAST:
        raise OldSqlite(f"SQLite {pysqlite3.sqlite_version} is too old: run script/setup again.")
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
