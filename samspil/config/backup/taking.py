"""Take a backup of this installation while it works."""

import os
import sqlite3
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from shutil import disk_usage

from django.conf import settings
from django.db import connection

from samspil.config.backup import postgresql, sqlite
from samspil.config.backup.archive import Writer, writing
from samspil.config.backup.contents import ANCHORS, BACKUPS, KEYS, MAIL, files_in, files_of
from samspil.config.backup.manifest import (
    POSTGRESQL_FILE,
    SQLITE_FILE,
    BackupFailed,
    Facts,
    Manifest,
    key_sign,
)

Say = Callable[[str], object]
MEGABYTE = 1024 * 1024
PARTS_OF_A_HUNDRED = 10


def take(file: Path, *, with_keys: bool, at: datetime, say: Say) -> Manifest:
    """Write everything into a new file, or leave nothing behind; raises `BackupFailed`.

    `say` is told in sentences how far it is.
    """
    target = file.absolute()
    _check_target(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _clear_words(target), _scratch(target.parent) as scratch:
            made = _write(scratch, with_keys=with_keys, at=at, say=say, target=target)
            os.rename(scratch / "backup.tar", target)
    except OSError as why:
        said = f"Cannot write {file}: {why.strerror or why}. Nothing was kept."
        raise BackupFailed(said) from why
    _noted().touch()
    return made


def last_backup() -> datetime | None:
    """When the last backup was taken; None where there is none yet."""
    noted = _noted()
    return datetime.fromtimestamp(noted.stat().st_mtime, UTC) if noted.exists() else None


def _noted() -> Path:
    return Path(settings.SAMSPIL_HOME) / "last-backup"


def _check_target(target: Path) -> None:
    if target.exists():
        raise BackupFailed(f"{target} is already there. Choose another name.")
    home = Path(settings.SAMSPIL_HOME)
    if target.is_relative_to(home) and not target.is_relative_to(home / BACKUPS):
        raise BackupFailed(
            "Every later backup would hold this one. "
            f"Write it to another disk, or to {home / BACKUPS}."
        )


@contextmanager
def _clear_words(target: Path) -> Iterator[None]:
    """Say in a sentence what the database cannot do."""
    try:
        yield
    except sqlite3.Error as why:
        free = disk_usage(target.parent).free // MEGABYTE
        raise BackupFailed(
            f"The database could not be copied: {why}. "
            f"{free:,} MB are free on the disk of {target.parent}. Nothing was kept."
        ) from why


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=folder, prefix=".samspil-backup-") as made:
        yield Path(made)


def _write(scratch: Path, *, with_keys: bool, at: datetime, say: Say, target: Path) -> Manifest:
    home = Path(settings.SAMSPIL_HOME)
    # The anchors first: an entry is anchored after its commit, so that an older anchor never
    # asks for more entries than the younger database holds.
    anchors = {name: path.read_bytes() for path, name in files_in(home / ANCHORS, ANCHORS)}
    with writing(scratch / "backup.tar") as parts:
        for name, content in anchors.items():
            parts.add_content(content, name)
        facts = _add_database(parts, scratch, say=say)
        # The files last: a row is written after its file, so that the younger folder holds
        # every file the older database names.
        _add_files(parts, home, target=target, with_keys=with_keys)
        made = partial(_manifest, facts=facts, with_keys=with_keys, at=at)
        return parts.finish(lambda count, digest: made(parts=count, parts_sha256=digest))


def _add_database(parts: Writer, scratch: Path, *, say: Say) -> Facts:
    if connection.vendor == "sqlite":
        copied, name = scratch / SQLITE_FILE, SQLITE_FILE
        source = Path(str(connection.settings_dict["NAME"]))
        _check_room(source, scratch)
        sqlite.copy(source, copied, progress=_pages_said(say))
        facts = sqlite.facts_of(copied)
    else:
        copied, name = scratch / POSTGRESQL_FILE, POSTGRESQL_FILE
        address = settings.BACKUP_DATABASE or settings.OWNER_DATABASE or connection.settings_dict
        dumped = {**address, "NAME": connection.settings_dict["NAME"]}
        facts = postgresql.dump(
            dumped, copied, progress=lambda size: say(f"Database: {size // MEGABYTE:,} MB.")
        )
    say("The database is copied; packing.")
    parts.add(copied, name)
    copied.unlink()
    return facts


def _check_room(source: Path, scratch: Path) -> None:
    """The copy and the packed copy lie side by side for a while."""
    needed = 2 * source.stat().st_size // MEGABYTE
    free = disk_usage(scratch).free // MEGABYTE
    if free < needed:
        raise BackupFailed(
            f"The backup needs about {needed:,} MB on the disk of {scratch.parent}, and "
            f"{free:,} MB are free. Make room, or write it to another disk."
        )


def _pages_said(say: Say) -> Callable[[int, int], None]:
    told = 0

    def progress(done: int, total: int) -> None:
        nonlocal told
        tenth = done * PARTS_OF_A_HUNDRED // max(total, 1)
        if tenth > told:
            told = tenth
            say(f"Database: {100 * done // max(total, 1)} %.")

    return progress


def _add_files(parts: Writer, home: Path, *, target: Path, with_keys: bool) -> None:
    mail, database = Path(settings.MAIL_FOLDER), Path(str(connection.settings_dict["NAME"]))
    apart = frozenset({mail.resolve(), database.resolve(), target.resolve()})
    keys = files_in(home / KEYS, KEYS) if with_keys else ()
    for path, name in chain(files_of(home, without=apart), files_in(mail, MAIL), keys):
        try:
            parts.add(path, name)
        except FileNotFoundError:
            continue  # its time was over between the list and now


def _manifest(
    *, facts: Facts, with_keys: bool, at: datetime, parts: int, parts_sha256: str
) -> Manifest:
    return Manifest(
        program=program_version(),
        made_at=at.astimezone(UTC).isoformat(timespec="seconds"),
        database=connection.vendor,
        with_keys=with_keys,
        journal_key=key_sign(settings.JOURNAL_KEY),
        facts=facts,
        parts=parts,
        parts_sha256=parts_sha256,
    )


def program_version() -> str:
    """The version of this program."""
    written = Path(__file__).resolve().parents[3] / "pyproject.toml"
    if written.exists():
        return str(tomllib.loads(written.read_text("utf-8"))["project"]["version"])
    return version("samspil")
