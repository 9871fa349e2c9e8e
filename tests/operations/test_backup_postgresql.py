"""The drill on PostgreSQL: `pg_dump` while others write, and back into an empty database."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from samspil.config.backup import BackupFailed, take
from samspil.config.backup.postgresql import program
from samspil.config.environment import Environment
from samspil.work.models import Case
from tests import postgresql
from tests.operations.conftest import quiet, somebody_writing

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
BACKUP = "samspil_backup"


@pytest.fixture
def server(transactional_db: None, settings: object) -> postgresql.Server:
    """The server of this test run, with a role for backups as docs/settings.md says."""
    found = postgresql.Server(Path(connection.settings_dict["HOST"]))
    name = str(connection.settings_dict["NAME"])
    with psycopg.connect(found.address(role="postgres", database=name), autocommit=True) as opened:
        if not opened.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [BACKUP]).fetchone():
            opened.execute(
                f"CREATE ROLE {BACKUP} LOGIN NOSUPERUSER BYPASSRLS IN ROLE pg_read_all_data"
            )
    settings.BACKUP_DATABASE = Environment().database(found.address(role=BACKUP, database=name))  # type: ignore[attr-defined]  # pytest-django's
    return found


def restored(
    file: Path, *, into: Path, server: postgresql.Server, database: str
) -> "subprocess.CompletedProcess[str]":
    """What `samspil restore` says to this database."""
    addresses = {
        "SAMSPIL_DATABASE_URL": server.address(role=postgresql.APPLICATION, database=database),
        "SAMSPIL_OWNER_DATABASE_URL": server.address(role=postgresql.OWNER, database=database),
    }
    keys = Path(settings.SAMSPIL_HOME) / "keys"
    return subprocess.run(
        [sys.executable, "-m", "django", "restore", file, "--into", into, "--keys", keys],
        env=os.environ | addresses, capture_output=True, text=True, check=False,
    )  # fmt: skip


def cases_in(server: postgresql.Server, database: str) -> int:
    with psycopg.connect(server.address(role="postgres", database=database)) as opened:
        (count,) = opened.execute("SELECT count(*) FROM work_case").fetchone() or (0,)
        return int(count)


def test_what_is_backed_up_while_others_write_is_restored_and_verifies(
    server, process, tmp_path, home
):
    file = tmp_path / "backup.tar"
    server.create_database("restored")

    with somebody_writing(process):
        made = take(file, with_keys=False, at=timezone.now(), say=quiet)
    first = restored(file, into=home, server=server, database="restored")
    second = restored(file, into=tmp_path / "again", server=server, database="restored")

    assert first.returncode == 0, first.stderr
    assert "The journal is whole." in first.stdout
    assert 2 < made.facts.held[0].cases <= Case.objects.count()
    assert cases_in(server, "restored") == made.facts.held[0].cases
    assert (home / "anchors").is_dir()
    assert "The database restored is not empty." in second.stderr


def test_what_does_not_verify_leaves_the_database_empty(server, process, tmp_path, home):
    name = str(connection.settings_dict["NAME"])
    forger = server.address(role=postgresql.OWNER, database=name)
    with psycopg.connect(forger, autocommit=True) as opened:
        opened.execute("DROP TRIGGER journal_entry_no_update ON journal_entry")
        opened.execute(
            "SELECT set_config('samspil.organisation', %s, false)", [str(process.organisation_id)]
        )
        opened.execute("UPDATE journal_entry SET actor = 'nobody' WHERE sequence = 1")
    file = tmp_path / "backup.tar"
    take(file, with_keys=False, at=timezone.now(), say=quiet)
    server.create_database("forged")

    done = restored(file, into=home, server=server, database="forged")

    assert "BROKEN at 1" in done.stderr
    assert not home.exists()
    with psycopg.connect(server.address(role="postgres", database="forged")) as opened:
        tables = "SELECT count(*) FROM pg_tables WHERE schemaname IN ('public', 'dbos')"
        assert opened.execute(tables).fetchone() == (0,)


def test_a_role_that_sees_one_organisation_at_a_time_is_refused(
    server, process, tmp_path, settings
):
    settings.BACKUP_DATABASE = None

    with pytest.raises(BackupFailed, match="SAMSPIL_BACKUP_DATABASE_URL"):
        take(tmp_path / "b.tar", with_keys=False, at=timezone.now(), say=quiet)

    assert list(tmp_path.iterdir()) == []


def test_where_the_program_is_too_old_the_package_is_named(server):
    with pytest.raises(BackupFailed, match="Install the package postgresql-client-99"):
        program("pg_dump", least=99)
