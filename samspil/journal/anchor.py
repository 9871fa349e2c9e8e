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
    """Where this organisation's anchor lies."""
    return Path(settings.SAMSPIL_HOME) / "anchors" / f"{organisation}.json"


def read_anchor(organisation: UUID) -> Anchor | None:
    """The anchor; None where nothing was anchored yet; raises `DamagedAnchor`."""
    path = anchor_path(organisation)
    if not path.exists():
        return None
    try:
        noted = json.loads(path.read_text())
        return Anchor(sequence=int(noted["sequence"]), seal=str(noted["seal"]))
    except (ValueError, KeyError, TypeError) as why:
        raise DamagedAnchor(f"{path.name} is damaged: restore it from a backup.") from why


def drop_anchor(organisation: UUID, anchor: Anchor) -> None:
    """Note the end of the chain; an older one never replaces a newer one."""
    path = anchor_path(organisation)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        noted = read_anchor(organisation)
        if noted is not None and noted.sequence >= anchor.sequence:
            return
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps({"sequence": anchor.sequence, "seal": anchor.seal}))
        os.replace(fresh, path)
