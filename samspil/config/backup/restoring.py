"""Make a home out of a backup: all of it, checked, or nothing."""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from samspil.config.backup import postgresql, sqlite
from samspil.config.backup.archive import unpack
from samspil.config.backup.contents import KEYS
from samspil.config.backup.manifest import (
    POSTGRESQL_FILE,
    SQLITE_FILE,
    BackupFailed,
    Facts,
    Manifest,
    key_sign,
)

Say = Callable[[str], object]
NO_CONTENT = frozenset({KEYS, "static", "lost+found"})
"""What may stand in a home that counts as empty: the program makes the first two by itself."""
SCRATCH = ".restoring-"
FOLDER_MODE = 0o700


def restore(file: Path, *, into: Path, keys: Path | None, say: Say) -> Manifest:
    """Restore the backup into an empty home; raises `BackupFailed`, and then changed nothing.

    `keys` is a folder of keys from elsewhere, for a backup that holds none. On PostgreSQL the
    database of the settings is filled; it must be empty.
    """
    home = into.absolute()
    try:
        with _scratch(home) as folder:
            manifest = unpack(file, into=folder)
            say("The file is whole; checking the journal.")
            _check_known(manifest)
            _choose_keys(manifest, folder, given=keys, home=home)
            with _database(manifest, folder) as environment:
                _prove(environment)
                _move_in(folder, home)
    except OSError as why:
        said = f"Cannot restore into {into}: {why.strerror or why}. Nothing was changed."
        raise BackupFailed(said) from why
    except sqlite3.Error as why:
        raise BackupFailed(f"The database in this backup cannot be read: {why}.") from why
    return manifest


@contextmanager
def _scratch(home: Path) -> Iterator[Path]:
    """A folder on the disk of the home; a home that was made for it is gone when all fails."""
    _check_empty(home)
    made = not home.exists()
    home.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=home, prefix=SCRATCH) as folder:
            yield Path(folder)
    finally:
        if made and not any(home.iterdir()):
            home.rmdir()


def _check_empty(home: Path) -> None:
    for lock in sorted((home / "workers").glob("*.lock")):
        if _is_held(lock):
            raise BackupFailed(f"{home} is in use: {lock.stem} is at work. Choose another home.")
    standing = sorted(path.name for path in home.iterdir()) if home.exists() else []
    left = [name for name in standing if name not in NO_CONTENT]
    if any(name.startswith(SCRATCH) for name in left):
        raise BackupFailed(
            f"A restore into {home} is running, or was interrupted. If none is running, "
            f"remove {home / left[0]} and begin again."
        )
    if left:
        raise BackupFailed(
            f"{home} is not empty (it holds {', '.join(left[:3])}). Choose another home: "
            "--into FOLDER. Nothing is ever overwritten."
        )


def _is_held(lock: Path) -> bool:
    with lock.open("r") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _check_known(manifest: Manifest) -> None:
    """Raise `BackupFailed` where the backup is of a newer version than this one."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    apps = {name.partition(".")[0] for name in known}
    strange = [
        name
        for name in manifest.facts.migrations
        if name.partition(".")[0] in apps and name not in known
    ]
    if strange:
        raise BackupFailed(
            f"This backup was made by a newer version ({manifest.program}; it knows {strange[0]}). "
            "Install that version, then restore."
        )


def _choose_keys(manifest: Manifest, folder: Path, *, given: Path | None, home: Path) -> None:
    """Have the keys of this journal in the folder: those given, in the backup, or in the home."""
    if given is not None or not manifest.with_keys:
        source = given or home / KEYS
        shutil.rmtree(folder / KEYS, ignore_errors=True)
        if source.is_dir():
            shutil.copytree(source, folder / KEYS)
    journal = folder / KEYS / "journal.key"
    if not journal.exists() or key_sign(journal.read_bytes()) != manifest.journal_key:
        raise BackupFailed(
            "The keys of this backup are needed, and they are not in it. Take the folder "
            "`keys` from your safe and name it: --keys FOLDER."
            if given is None
            else f"{given} does not hold the keys of this backup."
        )
    (folder / KEYS).chmod(FOLDER_MODE)
    for path in (folder / KEYS).iterdir():
        path.chmod(0o700 if path.is_dir() else 0o600)


@contextmanager
def _database(manifest: Manifest, folder: Path) -> Iterator[dict[str, str]]:
    """The database, ready to be asked; yields what tells a process to use it and this folder."""
    environment = os.environ | {
        "SAMSPIL_HOME": str(folder),
        "DJANGO_SETTINGS_MODULE": "samspil.config.settings",
    }
    if manifest.database == "sqlite":
        sqlite.check(folder / SQLITE_FILE)
        _compare(manifest.facts, sqlite.facts_of(folder / SQLITE_FILE))
        yield environment | {"SAMSPIL_DATABASE_URL": "", "SAMSPIL_OWNER_DATABASE_URL": ""}
        return
    if connection.vendor != "postgresql":
        raise BackupFailed(
            "This backup is of a PostgreSQL database. Make a new one (docs/settings.md, "
            "PostgreSQL) and set SAMSPIL_DATABASE_URL and SAMSPIL_OWNER_DATABASE_URL to it."
        )
    address = settings.OWNER_DATABASE or connection.settings_dict
    postgresql.check_empty(address)
    with ExitStack() as undo:
        undo.callback(postgresql.clear, address)
        postgresql.fill(address, folder / POSTGRESQL_FILE)
        (folder / POSTGRESQL_FILE).unlink()
        _compare(manifest.facts, postgresql.facts_of(address))
        yield environment
        undo.pop_all()


def _compare(written: Facts, found: Facts) -> None:
    if written != found:
        raise BackupFailed("The database in this backup does not hold what its manifest says.")


def _prove(environment: dict[str, str]) -> None:
    """Bring the tables up to date and verify the journal; a complaint of theirs is ours."""
    done = subprocess.run(
        [sys.executable, "-m", "samspil.config.backup.proving"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        broken = [line for line in done.stdout.splitlines() if "BROKEN" in line]
        said = [*broken, *done.stderr.strip().splitlines()[-1:]]
        raise BackupFailed(f"The restored data was checked, and is not well: {' '.join(said)}")


def _move_in(folder: Path, home: Path) -> None:
    """Move everything from the folder into the home, the database last; or nothing."""
    names = sorted(path.name for path in folder.iterdir())
    names.sort(key=lambda name: name == SQLITE_FILE)
    with ExitStack() as undo:
        for name in names:
            target = home / name
            if name == KEYS and target.exists() and not _same_keys(folder / name, target):
                kept = home / f"{KEYS}-before-{datetime.now(UTC):%Y%m%dT%H%M%S}"
                os.rename(target, kept)
                undo.callback(os.rename, kept, target)
            elif name in NO_CONTENT and target.exists():
                continue
            os.rename(folder / name, target)
            undo.callback(os.rename, target, folder / name)
        undo.pop_all()


def _same_keys(these: Path, those: Path) -> bool:
    def content(folder: Path) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in folder.glob("*.key")}

    return content(these) == content(those)
