"""Made `first_version.sql.gz`: a small installation as the first version left it, on SQLite.

Run once, in a checkout of commit 82784cc, the last that had only the first migration of every
slice, with this file beside the others:

    SAMSPIL_HOME=$(mktemp -d) python -m tests.operations.first_version

It is kept so that whoever reads the fixture can see what is in it, and make one of a later version.
The secrets in it protect nothing: they are of made-up people.
"""

import gzip
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

FIXTURE = Path(__file__).with_name("first_version.sql.gz")
KEY = bytes(range(32))
"""The journal's key of that installation."""
OWNER = "anna@nordlys.example"
CASES = 4
"""One of each stage."""
WRITE_DOWN = """
import sqlite3, sys
for statement in sqlite3.connect(sys.argv[1]).iterdump():
    print(statement)
"""
"""In a process of its own: only Python's own sqlite3 can do it."""


def main() -> None:
    """Live a few minutes of work, and write the database down as SQL."""
    home = Path(os.environ["SAMSPIL_HOME"])
    (home / "keys").mkdir(parents=True)
    (home / "keys" / "journal.key").write_bytes(KEY)
    os.environ["DJANGO_SETTINGS_MODULE"] = "samspil.config.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("prepare", verbosity=0)
    _live()
    connection.close()
    written_down = subprocess.run(
        [sys.executable, "-c", WRITE_DOWN, str(connection.settings_dict["NAME"])],
        stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    FIXTURE.write_bytes(gzip.compress(written_down.stdout, mtime=0))


def _live() -> None:
    from samspil.core.roles import Role
    from samspil.tenancy.actions import enter, found_organisation
    from samspil.work import actions as work
    from tests.factories import (
        MONDAY_9,
        make_case,
        make_claimed,
        make_colleague,
        make_process,
        make_team,
        make_waiting,
    )

    with enter(found_organisation(name="Nordlys", at=MONDAY_9)):
        owner = make_colleague(Role.OWNER, name="Anna Berg", email=OWNER)
        process = make_process(team=make_team(owner), name="Customer mail")
        make_case(process, "Hello, where is my parcel 4711?")
        make_waiting(process, "Hello, where is my parcel 4712?")
        make_claimed(process, owner, "Hello, where is my parcel 4713?")
        closed = make_claimed(process, owner, "Hello, where is my parcel 4714?")
        work.decide(
            closed,
            topic="delivery_status",
            answer="It comes on Friday.",
            by=owner,
            at=MONDAY_9 + timedelta(minutes=5),
        )


if __name__ == "__main__":
    main()
