"""What of a home belongs into a backup: everything, but for what is made anew or kept elsewhere."""

import os
from collections.abc import Iterator
from pathlib import Path

from samspil.config.backup.manifest import RESERVED

KEYS, MAIL, ANCHORS, BACKUPS = "keys", "mail", "anchors", "backups"
MADE_ANEW = frozenset({"static", "workers", "metrics", BACKUPS, "lost+found", "last-backup"})
"""Names of the top folder that are left out; backups so that no backup holds another."""
PASSING = (".lock", ".part", ".new", "-wal", "-shm", "-journal")
"""Ends of names that stand for a moment only, or belong to an open database."""


def files_of(home: Path, *, without: frozenset[Path]) -> Iterator[tuple[Path, str]]:
    """Every file of the home with its name in a backup; keys, mail and anchors are not among them.

    `without` names further files and folders, by their real place.
    """
    apart = MADE_ANEW | RESERVED | {KEYS, MAIL, ANCHORS}
    for path in sorted(home.iterdir()):
        if path.name not in apart and not path.name.startswith("."):
            yield from files_in(path, path.name, without=without)


def files_in(
    path: Path, name: str, *, without: frozenset[Path] = frozenset()
) -> Iterator[tuple[Path, str]]:
    """The file at `path`, or every file below it, with names that begin with `name`."""
    real = path.resolve()
    if real in without or path.name.endswith(PASSING):
        return
    if path.is_file():
        yield path, name
    elif path.is_dir():
        below = without | {real}  # a link to a folder above would lead round and round
        with os.scandir(path) as listed:
            names = sorted(entry.name for entry in listed)
        for one in names:
            if not one.startswith("."):
                yield from files_in(path / one, f"{name}/{one}", without=below)
