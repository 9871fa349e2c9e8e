"""What turns texts into vectors that lie close together where the texts mean nearly the same."""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

STORED = np.dtype("<f2")
"""How a vector's numbers are kept: two bytes each, the same on every machine."""


class NoEmbedding(Exception):
    """The embedding cannot work; the message is fit to show to whoever runs Samspil."""


@runtime_checkable
class Embedder(Protocol):
    """One way to turn texts into vectors; skills that use it are kept in memory by it."""

    def __hash__(self) -> int: ...

    @property
    def name(self) -> str:
        """At most 40 characters; changes whenever the same text may get another vector."""

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    def embed(self, texts: Sequence[str], /) -> Vectors:
        """One row of length 1 for each text, whatever stands beside it; zeros for an empty text.

        Safe to call from several threads. Raises `NoEmbedding`.
        """


def text_key(text: str) -> str:
    """The same for texts that get the same vector: a hash that does not give the text away."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "replace")).hexdigest()


def packed(vector: Vectors) -> bytes:
    """A vector as it is stored."""
    return vector.astype(STORED).tobytes()


def unpacked(rows: Sequence[bytes | memoryview], *, dimension: int) -> Vectors:
    """Stored vectors as rows; those of another length, which cannot be compared, as zeros."""
    right = dimension * STORED.itemsize
    whole = b"".join(row if len(row) == right else bytes(right) for row in map(bytes, rows))
    return np.frombuffer(whole, dtype=STORED).reshape(-1, dimension).astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Keeping:
    """An embedder that reads no text twice while one piece of work lasts; `kept` is by text key."""

    embedder: Embedder
    kept: dict[str, Vectors] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the embedder behind it: the vectors are the same."""
        return self.embedder.name

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return self.embedder.dimension

    def embed(self, texts: Sequence[str], /) -> Vectors:
        """As the embedder behind it."""
        keys = [text_key(text) for text in texts]
        fresh = {key: text for key, text in zip(keys, texts, strict=True) if key not in self.kept}
        rows = self.embedder.embed(list(fresh.values()))
        self.kept.update(zip(fresh, rows, strict=True))
        found = [self.kept[key] for key in keys]
        return np.array(found, dtype=np.float32).reshape(-1, self.dimension)
