"""The drill: back up while others work, restore elsewhere, and find everything as it was."""

import fcntl
import io
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from samspil.config.backup import BackupFailed, last_backup, restore, take, tidy_when_stopped
from samspil.config.backup.contents import files_of
from samspil.work.models import Case, Process
from tests.databases import chosen
from tests.operations.conftest import quiet, somebody_writing

pytestmark = pytest.mark.skipif(chosen() != "sqlite", reason="PostgreSQL has its own drill")


@pytest.fixture
def backup(process: Process, tmp_path: Path) -> Path:
    file = tmp_path / "backup.tar"
    take(file, with_keys=False, at=timezone.now(), say=quiet)
    return file


def cases_in(home: Path) -> int:
    with closing(sqlite3.connect(home / "samspil.sqlite3")) as opened:
        return int(opened.execute("SELECT count(*) FROM work_case").fetchone()[0])


def names_in(file: Path) -> set[str]:
    with tarfile.open(file) as tar:
        return set(tar.getnames())


@pytest.mark.slow
def test_what_is_backed_up_while_others_write_is_restored_and_verifies(
    process, tmp_path, home, safe
):
    file = tmp_path / "backup.tar"
    before = Case.objects.count()

    with somebody_writing(process):
        made = take(file, with_keys=False, at=timezone.now(), say=quiet)
    restored = restore(file, into=home, keys=safe, say=quiet)

    assert restored == made
    assert before < made.facts.held[0].cases <= Case.objects.count()
    assert cases_in(home) == made.facts.held[0].cases
    assert [path.name for path in home.iterdir() if path.name.startswith(".")] == []


def test_a_copy_is_a_still_picture_though_others_write_between_its_steps(process, tmp_path):
    heard: list[str] = []
    before = Case.objects.count()

    def write_meanwhile(line: str) -> None:
        with somebody_writing(process):
            heard.append(line)

    made = take(tmp_path / "b.tar", with_keys=False, at=timezone.now(), say=write_meanwhile)

    assert heard == ["Database: 100 %.", "The database is copied; packing."]
    assert made.facts.held[0].cases == before
    assert Case.objects.count() > before


def test_models_mail_uploads_and_anchors_are_in_it_but_neither_keys_nor_what_is_made_anew(
    process, tmp_path
):
    ours = Path(settings.SAMSPIL_HOME)
    for name in ("models/a.skill", "uploads/b.csv", "mail/c.eml", "static/d.css", "x/.hidden"):
        (ours / name).parent.mkdir(exist_ok=True)
        (ours / name).write_text(name)
    file = tmp_path / "backup.tar"

    take(file, with_keys=False, at=timezone.now(), say=quiet)

    shutil.rmtree(ours / "x")
    names = names_in(file)
    anchor = f"anchors/{process.organisation.public_id}.json"
    assert {"models/a.skill", "uploads/b.csv", "mail/c.eml", anchor, "samspil.sqlite3"} < names
    assert not [name for name in names if name.startswith(("keys", "static", "x", "workers"))]


@pytest.mark.slow
def test_with_keys_it_restores_by_itself_and_keys_that_stood_there_are_kept(
    process, tmp_path, home, safe
):
    file = tmp_path / "backup.tar"
    take(file, with_keys=True, at=timezone.now(), say=quiet)
    (home / "keys").mkdir(parents=True)
    (home / "keys" / "journal.key").write_bytes(bytes(32))

    restore(file, into=home, keys=None, say=quiet)

    (kept,) = home.glob("keys-before-*")
    assert (kept / "journal.key").read_bytes() == bytes(32)
    assert (home / "keys" / "journal.key").read_bytes() == (safe / "journal.key").read_bytes()
    assert (home / "keys" / "journal.key").stat().st_mode & 0o077 == 0


def test_the_command_says_what_is_in_it_and_what_is_not(process, tmp_path):
    said = io.StringIO()

    call_command("backup", str(tmp_path / "b.tar"), stdout=said)

    assert "organisations: 1, cases: 2" in said.getvalue()
    assert "The keys are NOT in it" in said.getvalue()


def test_its_hashes_can_be_checked_by_hand(backup, tmp_path):
    unpacked = tmp_path / "by-hand"
    unpacked.mkdir()
    subprocess.run(["tar", "xf", backup, "-C", unpacked], check=True)

    checked = subprocess.run(["sha256sum", "-c", "--quiet", "parts.txt"], cwd=unpacked, check=False)

    manifest = json.loads((unpacked / "manifest.json").read_text())
    assert checked.returncode == 0
    assert manifest["program"] == "0.1.0"
    assert manifest["facts"]["held"][0]["sequence"] > 0


def test_a_file_that_is_there_is_never_overwritten(backup):
    with pytest.raises(BackupFailed, match="already there"):
        take(backup, with_keys=False, at=timezone.now(), say=quiet)


def test_no_backup_is_written_into_what_it_backs_up(process):
    with pytest.raises(BackupFailed, match="Every later backup would hold this one"):
        take(Path(settings.SAMSPIL_HOME) / "b.tar", with_keys=False, at=timezone.now(), say=quiet)


def test_where_the_disk_is_full_a_sentence_says_so_and_nothing_is_left(process, tmp_path):
    file = tmp_path / "full" / "backup.tar"
    limit = 256 * 1024
    command = [sys.executable, "-m", "django", "backup", str(file)]

    done = subprocess.run(
        command, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip

    assert done.returncode == 1
    assert "Nothing was kept." in done.stderr
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "full").iterdir()) == []


def test_a_backup_that_is_stopped_leaves_nothing(process, tmp_path):
    def stop(_: str) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(KeyboardInterrupt), tidy_when_stopped():
        take(tmp_path / "b.tar", with_keys=False, at=timezone.now(), say=stop)

    assert list(tmp_path.iterdir()) == []
    assert last_backup() is None


def test_without_its_keys_a_backup_is_not_restored(backup, home, tmp_path):
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "journal.key").write_bytes(bytes(32))

    with pytest.raises(BackupFailed, match="--keys FOLDER"):
        restore(backup, into=home, keys=None, say=quiet)
    with pytest.raises(BackupFailed, match="does not hold the keys of this backup"):
        restore(backup, into=home, keys=strange, say=quiet)

    assert not home.exists()


def test_a_home_with_something_in_it_is_left_alone(backup, home, safe):
    home.mkdir()
    (home / "samspil.sqlite3").write_text("precious")

    with pytest.raises(BackupFailed, match=r"is not empty \(it holds samspil.sqlite3\)"):
        restore(backup, into=home, keys=safe, say=quiet)

    assert [path.name for path in home.iterdir()] == ["samspil.sqlite3"]


def test_a_home_where_a_worker_is_at_work_is_named(backup, home, safe):
    (home / "workers").mkdir(parents=True)
    with (home / "workers" / "worker-1.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        with pytest.raises(BackupFailed, match="is in use: worker-1 is at work"):
            restore(backup, into=home, keys=safe, say=quiet)


def test_a_backup_that_was_cut_off_is_refused(backup, home, safe):
    whole = backup.read_bytes()
    backup.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(BackupFailed, match="cut off"):
        restore(backup, into=home, keys=safe, say=quiet)

    assert not home.exists()


def test_a_backup_in_which_one_byte_was_changed_is_refused(backup, home, safe):
    content = bytearray(backup.read_bytes())
    at = content.index(b"delivery_status")
    content[at] ^= 1
    backup.write_bytes(content)

    with pytest.raises(BackupFailed, match="altered or damaged"):
        restore(backup, into=home, keys=safe, say=quiet)

    assert not home.exists()


def test_a_journal_that_was_forged_before_the_backup_is_refused(process, tmp_path, home, safe):
    database = Path(str(connection.settings_dict["NAME"]))
    with closing(sqlite3.connect(database, isolation_level=None)) as forger:
        forger.execute("DROP TRIGGER journal_entry_no_update")
        forger.execute("UPDATE journal_entry SET actor = 'nobody' WHERE sequence = 1")
    file = tmp_path / "backup.tar"
    take(file, with_keys=False, at=timezone.now(), say=quiet)

    with pytest.raises(BackupFailed, match=r"is not well: .*BROKEN at 1"):
        restore(file, into=home, keys=safe, say=quiet)

    assert not home.exists()


@pytest.mark.parametrize("name", ["../outside", "/outside", "a/../../outside"])
def test_a_backup_never_writes_outside_of_the_home(tmp_path, home, safe, name):
    file = tmp_path / "evil.tar"
    with tarfile.open(file, "w") as tar:
        member = tarfile.TarInfo(name)
        member.size = 4
        tar.addfile(member, io.BytesIO(b"evil"))

    with pytest.raises(BackupFailed, match="outside of the home"):
        restore(file, into=home, keys=safe, say=quiet)

    assert list(tmp_path.iterdir()) == [file]


def test_links_in_a_backup_are_refused(tmp_path, home, safe):
    file = tmp_path / "evil.tar"
    with tarfile.open(file, "w") as tar:
        member = tarfile.TarInfo("models")
        member.type, member.linkname = tarfile.SYMTYPE, "/"
        tar.addfile(member)

    with pytest.raises(BackupFailed, match="which is no file"):
        restore(file, into=home, keys=safe, say=quiet)


def test_a_backup_of_a_newer_version_is_refused(backup, tmp_path, home, safe):
    with tarfile.open(backup) as tar:
        parts = [(member, tar.extractfile(member).read()) for member in tar]  # type: ignore[union-attr]  # files only
    file = tmp_path / "newer.tar"
    with tarfile.open(file, "w") as tar:
        for member, content in parts:
            text = content
            if member.name == "manifest.json":
                text = content.replace(b'"work.0001_initial"', b'"work.9999_later"')
            member.size = len(text)
            tar.addfile(member, io.BytesIO(text))

    with pytest.raises(BackupFailed, match=r"newer version .*work\.9999_later"):
        restore(file, into=home, keys=safe, say=quiet)


def test_no_file_is_a_clear_error(tmp_path):
    with pytest.raises(CommandError, match="is not there"):
        call_command("restore", str(tmp_path / "none.tar"))


def test_a_link_that_leads_round_and_round_is_walked_once(tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "a").touch()
    os.symlink(tmp_path, tmp_path / "models" / "back")

    names = {name for _, name in files_of(tmp_path, without=frozenset())}

    assert "models/a" in names
    assert len(names) < 5
