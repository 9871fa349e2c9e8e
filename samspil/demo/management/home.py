"""The demonstration's home: whose it is, what was made in it, and how to begin afresh.

A mark in the home says which organisation the demonstration made there. Only that, its letters, its
files on the shared drive and its database file are ever removed, and only where nobody else has
moved in.
"""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from email.parser import BytesHeaderParser
from email.policy import default
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from samspil.adapters.mail.folder import file_name
from samspil.demo.queries import CHANGED, LAID, drive, files_of
from samspil.journal.queries import anchor_path
from samspil.people.models import Colleague
from samspil.tenancy import actions as tenancy
from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import every_organisation
from samspil.work.models import Outgoing

CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aeiou"
SYLLABLES = 8


class NotOurs(Exception):
    """Something in this home was not made by a demonstration; the message is for a person."""


def watched() -> str:
    """The folders that may be watched: those that the settings name, and the shared drive."""
    named = [one for one in settings.WATCHED_FOLDERS.split(",") if one.strip()]
    return ",".join(dict.fromkeys([*named, str(drive())]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the demonstration left in its home. The password is of made-up people only."""

    organisation: str
    password: str
    small: bool


@contextmanager
def locked() -> Iterator[None]:
    """Have the home for this process, and for what it becomes; raises `NotOurs` where taken."""
    settings.SAMSPIL_HOME.mkdir(parents=True, exist_ok=True)
    with (settings.SAMSPIL_HOME / "demo.lock").open("w") as file:
        fcntl.fcntl(file, fcntl.F_SETFD, 0)  # the web server that follows goes on holding it
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise NotOurs(
                f"A demonstration is running in {settings.SAMSPIL_HOME}. Stop it first (Ctrl-C), "
                "or give this one another home: SAMSPIL_HOME=…"
            ) from None
        yield


def mark() -> Mark | None:
    """The mark of the demonstration that was made here; None where there is none."""
    try:
        return Mark(**json.loads(_path().read_text()))
    except FileNotFoundError:
        return None


def leave_mark(made: Mark) -> None:
    """Note what was made, in a file that only its owner can read."""
    fresh = _path().with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(asdict(made)))
    os.replace(fresh, _path())


def new_password() -> str:
    """Random, 19 signs long, and easy to type."""
    pairs = [secrets.choice(CONSONANTS) + secrets.choice(VOWELS) for _ in range(SYLLABLES)]
    return "-".join("".join(pairs[at : at + 2]) for at in range(0, SYLLABLES, 2))


def check_ours(made: Mark | None) -> None:
    """Raise `NotOurs` where the database holds an organisation that no demonstration made."""
    others = [
        one.name for one in _there() if made is None or str(one.public_id) != made.organisation
    ]
    if others:
        raise NotOurs(
            f"The database {connection.settings_dict['NAME']} holds {', '.join(others)}, which no "
            "demonstration made. Give the demonstration a home of its own: SAMSPIL_HOME=…"
        )


def remove_old() -> bool:
    """Remove what an earlier demonstration made here; False where there was nothing.

    Raises `NotOurs` where that is not possible without touching something else.
    """
    made = mark()
    check_ours(made)
    if made is None:
        return False
    if connection.vendor != "sqlite":
        raise NotOurs(
            "This database holds a demonstration already. Go on with --keep, or give an empty one."
        )
    for organisation in _there():
        _remove_letters(organisation)
        _remove_anchors(organisation)
    _remove_drive()
    connection.close()
    for ending in ("", "-wal", "-shm"):
        Path(f"{connection.settings_dict['NAME']}{ending}").unlink(missing_ok=True)
    _path().unlink()
    return True


def _there() -> list[Organisation]:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not Path(name).exists():
        return []
    try:
        return every_organisation()
    except DatabaseError:  # no tables yet
        return []


def _remove_letters(organisation: Organisation) -> None:
    """Replies of its cases, and letters to its people."""
    folder = Path(settings.MAIL_FOLDER)
    with tenancy.enter(organisation):
        for number in Outgoing.objects.values_list("public_id", flat=True):
            (folder / file_name(f"{number}@samspil")).unlink(missing_ok=True)
        people = set(Colleague.objects.values_list("user__email", flat=True))
    for path in folder.glob("*.eml"):
        with path.open("rb") as letter:
            to = BytesHeaderParser(policy=default).parse(letter)["To"]
        if str(to) in people:
            path.unlink()


def _remove_anchors(organisation: Organisation) -> None:
    newest = anchor_path(organisation.public_id)
    for path in newest.parent.glob(f"{newest.stem}.*"):
        path.unlink()


def _remove_drive() -> None:
    """Its own files; whatever else somebody put into the folder stays."""
    paths = {drive() / name for name in (*files_of(LAID), *files_of(CHANGED))}
    for path in paths:
        path.unlink(missing_ok=True)
    for folder in sorted({drive(), *(path.parent for path in paths)}, reverse=True):
        with suppress(OSError):  # something is in it, or it was never there
            folder.rmdir()


def _path() -> Path:
    return Path(settings.SAMSPIL_HOME) / "demonstration.json"
