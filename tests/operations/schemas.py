"""What stands in an SQLite database, told so that two can be compared however they came to be."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

BUILT_IN = "name NOT LIKE 'sqlite_%'"


def schema_of(database: Path) -> dict[tuple[str, str], object]:
    """Each table, index and trigger by kind and name; of a table its columns and constraints,
    whatever their order.
    """
    with closing(sqlite3.connect(database)) as opened:
        rows = opened.execute(f"SELECT type, name, sql FROM sqlite_master WHERE {BUILT_IN}")
        return {(kind, name): _told(kind, sql or "") for kind, name, sql in rows}


def _told(kind: str, sql: str) -> object:
    if kind != "table" or sql.startswith("CREATE VIRTUAL"):
        return sql
    return sorted(_lines(sql[sql.index("(") + 1 : sql.rindex(")")]))


def _lines(body: str) -> Iterator[str]:
    """What stands between the commas that stand in no brackets."""
    depth, line = 0, ""
    for sign in body:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            yield line.strip()
            line = ""
        else:
            line += sign
    yield line.strip()
