"""A new database is laid out at once: whole, or not at all."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from samspil.tenancy import creating
from samspil.tenancy.creating import lay_out


@pytest.fixture
def empty(
    tmp_path: Path, django_db_setup: None, django_db_blocker: Any
) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a file of its own, in which nothing stands."""
    connections.settings["new"] = {
        **connections.settings["default"],
        "NAME": str(tmp_path / "new.sqlite3"),
    }
    with django_db_blocker.unblock():
        yield connections["new"]
        connections["new"].close()
    del connections["new"]
    del connections.settings["new"]


def applied(connection: BaseDatabaseWrapper) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations")
        return int(cursor.fetchone()[0])


def only_django_can_check(connection: BaseDatabaseWrapper) -> list[str]:
    """Tables with a rule for which SQLite itself knows no function."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return [name for name, sql in cursor.fetchall() if re.search(r"django_\w+\(", sql)]


def test_what_fails_half_way_leaves_nothing_and_is_begun_anew(empty, monkeypatch):
    whole = creating._run_besides

    def fails_late(migration, state, editor):
        if migration.app_label == "uses":
            raise OSError("No space left on device")
        whole(migration, state, editor)

    monkeypatch.setattr(creating, "_run_besides", fails_late)
    with pytest.raises(OSError, match="No space left"):
        lay_out(empty)
    assert empty.introspection.table_names() == ["django_migrations"]
    assert applied(empty) == 0

    monkeypatch.undo()
    lay_out(empty)
    tables = empty.introspection.table_names()
    done = applied(empty)

    assert "work_case" in tables
    assert only_django_can_check(empty) == []
    assert done > 80


def test_a_database_in_which_something_stands_is_left_to_the_migrations(empty):
    with empty.cursor() as cursor:
        cursor.execute("CREATE TABLE somebodys (id integer)")

    lay_out(empty)

    assert sorted(empty.introspection.table_names()) == ["django_migrations", "somebodys"]
    assert applied(empty) == 0
