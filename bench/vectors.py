"""The vectors of data sets, kept between runs: reading them takes many minutes."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from samspil.adapters.embedding.e5 import E5, weights_of_package
from samspil.core.embedding import Keeping, Vectors, text_key

FOLDER = Path(
    os.environ.get("SAMSPIL_BENCH_CACHE", Path(tempfile.gettempdir()) / "samspil-bench-vectors")
)
PART = 2_000
"""Texts in one file, so that a run that was stopped goes on where it was."""


def installed() -> E5 | None:
    """The embedding itself; None (and a word) where it is not installed."""
    weights = weights_of_package()
    if weights is None:
        print("skipped: the embedding is not installed")
        return None
    return E5.load(weights)


def shelf(embedder: E5, texts: Sequence[str]) -> Keeping:
    """An embedder that has read these texts already, from the shelf or once and for all.

    What any benchmark had read is there for all others, in whatever lists they ask.
    """
    rows = _on_shelf(embedder.name)
    fresh = {key: text for text in texts if (key := text_key(text)) not in rows}
    keys = list(fresh)
    for start in range(0, len(keys), PART):
        part = keys[start : start + PART]
        read = embedder.embed([fresh[key] for key in part])
        _put(embedder.name, part, read)
        rows.update(zip(part, read, strict=True))
    return Keeping(embedder=embedder, kept=rows)


@cache
def _on_shelf(name: str) -> dict[str, Vectors]:
    """All that this embedder ever read, by text key; the same rows for all who ask."""
    rows: dict[str, Vectors] = {}
    for path in sorted(_folder(name).glob("*.npz")):
        with np.load(path, allow_pickle=False) as file:
            rows.update(zip(file["keys"].tolist(), file["rows"], strict=True))
    return rows


def _put(name: str, keys: Sequence[str], rows: Vectors) -> None:
    folder = _folder(name)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_digest(*keys)}.npz"
    unfinished = folder / f".{path.stem}.{os.getpid()}"
    with unfinished.open("wb") as file:
        np.savez(file, keys=np.array(keys), rows=rows)
    os.replace(unfinished, path)


def _folder(name: str) -> Path:
    return FOLDER / _digest(name)


def _digest(*words: str) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:32]
