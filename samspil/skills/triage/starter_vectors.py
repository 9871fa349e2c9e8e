"""The starter examples as vectors, made beforehand: reading them anew would take a minute."""

from importlib.resources import files
from pathlib import Path

import numpy as np

from samspil.core.embedding import STORED, Embedder, Keeping, text_key

FILE = "vectors.npz"


def with_shipped(embedder: Embedder, kind: str) -> Keeping:
    """The embedder with the vectors shipped for it; others' vectors are of no use to it."""
    source = files("samspil.skills.triage").joinpath("starter", kind, FILE)
    with source.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
        name, keys, rows = str(file["name"]), file["keys"].tolist(), file["rows"]
    if name != embedder.name:
        return Keeping(embedder=embedder)
    return Keeping(embedder=embedder, kept=dict(zip(keys, rows.astype(np.float32), strict=True)))


def write_vectors(path: Path, texts: list[str], *, embedder: Embedder) -> None:
    """Write the file that is shipped."""
    np.savez_compressed(
        path,
        name=embedder.name,
        keys=[text_key(text) for text in texts],
        rows=embedder.embed(texts).astype(STORED),
    )
