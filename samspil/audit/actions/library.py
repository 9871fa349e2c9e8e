"""Read the ready library once, in the background, so that tasks are found by what they mean.

It is public text and nobody's: nothing is written to the journal.
"""

import os
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from django.db import transaction

from samspil.adapters.jobs import enqueue
from samspil.audit.queries.meaning import lacks_meanings, library_folder, meanings_file
from samspil.core.audit.library import library_texts
from samspil.core.audit.meaning import Small, small
from samspil.core.embedding import Embedder

READ_LIBRARY = "audit.read_library"
LAST = 100
"""The priority of these jobs: whatever moves a case goes first."""
STEP = 400
"""Statements that one job reads: some ten seconds of one core."""
PATIENCE = timedelta(hours=6)
"""After so long a reading that came to no end is begun again."""


def ask_to_read_library(*, at: datetime) -> bool:
    """Have the library read in the background where that was not done; returns whether it is now.

    Asking again while it is read does nothing.
    """
    if not lacks_meanings() or not _first_to_ask(library_folder() / "asked", at=at):
        return False
    with transaction.atomic():
        enqueue(READ_LIBRARY, {"start": 0}, priority=LAST)
    return True


def read_library(start: int, *, embedder: Embedder | None, step: int = STEP) -> bool:
    """Read the statements from `start` on, and have the next ones read; True once all are kept.

    What is there is not read again, so that a second run changes nothing.
    """
    if embedder is None or meanings_file(embedder.name).exists():
        return False
    texts = library_texts()
    part = _part(embedder, start)
    if not part.exists():
        _write(part, small(embedder.embed(texts[start : start + step])))
    missing = [
        one for one in range(0, len(texts), step) if not _part(embedder, one).exists()
    ]  # fmt: skip
    if missing:
        with transaction.atomic():
            enqueue(READ_LIBRARY, {"start": missing[0]}, priority=LAST)
        return False
    parts = [_part(embedder, one) for one in range(0, len(texts), step)]
    _write(meanings_file(embedder.name), np.concatenate([np.load(one) for one in parts]))
    for one in parts:
        one.unlink(missing_ok=True)
    return True


def _first_to_ask(mark: Path, *, at: datetime) -> bool:
    mark.parent.mkdir(parents=True, exist_ok=True)
    try:
        with mark.open("x", encoding="utf-8") as file:
            file.write(at.isoformat())
    except FileExistsError:
        if at - _asked(mark) < PATIENCE:
            return False
        mark.write_text(at.isoformat(), encoding="utf-8")
    return True


def _asked(mark: Path) -> datetime:
    """When it was asked; long ago where that cannot be read."""
    try:
        return datetime.fromisoformat(mark.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return datetime.fromisoformat("2000-01-01T00:00:00+00:00")


def _part(embedder: Embedder, start: int) -> Path:
    whole = meanings_file(embedder.name)
    return whole.with_name(f"{whole.stem}-{start}.npy")


def _write(path: Path, rows: Small) -> None:
    """Whole or not at all, also where two write it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    with unfinished.open("wb") as file:
        np.save(file, rows)
    unfinished.replace(path)
