"""Small embedders for tests: fast, and their nearness can be worked out by hand."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from samspil.core.embedding import NoEmbedding, Vectors


@dataclass(frozen=True, kw_only=True, eq=False)
class CountsWords:
    """Texts are near when they share words; `read` are the texts it was given."""

    name: str = "counts-words-1"
    dimension: int = 64
    read: list[str] = field(default_factory=list)

    def embed(self, texts: Sequence[str], /) -> Vectors:
        self.read.extend(texts)
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[zlib.crc32(word.encode("utf-8", "replace")) % self.dimension] += 1
            if row.any():
                row /= np.linalg.norm(row)
        return rows


@dataclass(frozen=True, kw_only=True)
class Broken:
    """Has the name of one that works, and never works."""

    name: str = "counts-words-1"
    dimension: int = 64

    def embed(self, _: Sequence[str], /) -> Vectors:
        raise NoEmbedding("The weights cannot be read.")
