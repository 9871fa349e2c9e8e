"""Lay out this process's database once, and put it back after a test that really committed.

Django would delete every row instead; here some tables only ever grow, and refuse that.
"""

import sqlite3
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from tests.postgresql import Server


def lay_out() -> None:
    """Prepare the database as an installation does, and remember the result."""
    call_command("prepare", stdout=StringIO())
    if connection.vendor == "postgresql":
        connection.close()
        _server().copy_database(_name(), name=f"{_name()}_empty")
        return
    keep(_empty_file())


def restore() -> None:
    """Make the database what it was right after `lay_out`."""
    if connection.vendor == "postgresql":
        connection.close()
        _server().copy_database(f"{_name()}_empty", name=_name())
        return
    load(_empty_file())


def keep(file: str) -> None:
    """Copy what is in it into this file, on SQLite."""
    connection.ensure_connection()
    with sqlite3.connect(file) as kept:
        connection.connection.backup(kept)
    kept.close()


def load(file: str) -> None:
    """Make it what this file has, on SQLite."""
    connection.close()
    connection.ensure_connection()
    with sqlite3.connect(file) as kept:
        kept.backup(connection.connection)
    kept.close()


def _server() -> Server:
    return Server(Path(settings.DATABASES["default"]["HOST"]))


def _name() -> str:
    return str(settings.DATABASES["default"]["NAME"])


def _empty_file() -> str:
    return f"{_name()}.empty"
