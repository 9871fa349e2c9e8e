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
    connection.ensure_connection()
    with sqlite3.connect(_empty_file()) as empty:
        connection.connection.backup(empty)
    empty.close()


def restore() -> None:
    """Make the database what it was right after `lay_out`."""
    connection.close()
    if connection.vendor == "postgresql":
        _server().copy_database(f"{_name()}_empty", name=_name())
        return
    connection.ensure_connection()
    with sqlite3.connect(_empty_file()) as empty:
        empty.backup(connection.connection)
    empty.close()


def _server() -> Server:
    return Server(Path(settings.DATABASES["default"]["HOST"]))


def _name() -> str:
    return str(settings.DATABASES["default"]["NAME"])


def _empty_file() -> str:
    return f"{_name()}.empty"
