"""The end of the chain, noted in a file outside the database, so that a cut tail shows."""

import fcntl
import json
import os
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings


class DamagedAnchor(Exception):
    """The anchor file is there but cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The last entry known to have been committed: at least so many there must be."""

    sequence: int
    seal: str


def anchor_path(organisation: UUID) -> Path:
    """Where this organisation's newest anchor lies; one that was contradicted lies beside it."""
    return Path(settings.SAMSPIL_HOME) / "anchors" / f"{organisation}.json"


def read_anchors(organisation: UUID) -> list[Anchor]:
    """What the chain must hold: the newest anchor, and one that it once contradicted.

    Empty where nothing was anchored yet; raises `DamagedAnchor`.
    """
    newest = anchor_path(organisation)
    return [_read(path) for path in (_contradicted(newest), newest) if path.exists()]


def drop_anchor(organisation: UUID, anchor: Anchor, *, follows: int) -> None:
    """Note the chain's new end; `follows` is the sequence where it ended before.

    An older end never replaces a newer one. Where the noted end lies between the two, the chain
    had been cut before it grew again: the noted anchor is kept for good, as the witness.
    """
    path = anchor_path(organisation)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        noted = _read(path).sequence if path.exists() else 0
        if noted >= anchor.sequence:
            return
        if noted > follows and not _contradicted(path).exists():
            os.replace(path, _contradicted(path))
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps({"sequence": anchor.sequence, "seal": anchor.seal}))
        os.replace(fresh, path)


def _contradicted(path: Path) -> Path:
    return path.with_suffix(".contradicted.json")


def _read(path: Path) -> Anchor:
    try:
        noted = json.loads(path.read_text())
        return Anchor(sequence=int(noted["sequence"]), seal=str(noted["seal"]))
    except (ValueError, KeyError, TypeError) as why:
        raise DamagedAnchor(f"{path.name} is damaged: restore it from a backup.") from why
