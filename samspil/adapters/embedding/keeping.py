"""Read each text once while one piece of work lasts, however many of its parts ask for its vector.

Triage needs the vector of a message, and so does the search for similar cases: they share it
inside one job. What is kept ends with the job: nothing reaches the disk or another organisation.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Lock

import numpy as np

from samspil.core.embedding import Embedder, Vectors, text_key

MOST_BYTES = 4_000_000
"""Some 2,600 vectors of 384 numbers: more than a job reads."""
Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shelf:
    """Vectors by embedder and text; above `most_bytes` what was asked for longest ago goes.

    Safe to use from several threads; two that ask for a text at the same moment both have it read.
    """

    most_bytes: int = MOST_BYTES
    _rows: OrderedDict[Key, Vectors] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def found(self, texts: Sequence[str], *, embedder: Embedder) -> dict[str, Vectors]:
        """The vectors that are here, by their text; nothing is read."""
        there = {}
        with self._lock:
            for text in dict.fromkeys(texts):
                key = _key(text, embedder)
                if key in self._rows:
                    self._rows.move_to_end(key)
                    there[text] = self._rows[key]
        return there

    def embed(self, texts: Sequence[str], *, embedder: Embedder) -> Vectors:
        """As the embedder does, which is given only what is not here. Raises `NoEmbedding`."""
        rows = self.found(texts, embedder=embedder)
        fresh = [text for text in dict.fromkeys(texts) if text not in rows]
        made = dict(zip(fresh, embedder.embed(fresh), strict=True)) if fresh else {}
        self._put(made, embedder=embedder)
        rows |= made
        return np.array([rows[text] for text in texts], dtype=np.float32).reshape(
            -1, embedder.dimension
        )

    @property
    def size(self) -> int:
        """Bytes of the vectors that are here."""
        with self._lock:
            return sum(row.nbytes for row in self._rows.values())

    def _put(self, rows: dict[str, Vectors], *, embedder: Embedder) -> None:
        most = self.most_bytes // (embedder.dimension * np.dtype(np.float32).itemsize)
        with self._lock:
            for text, row in rows.items():
                self._rows[_key(text, embedder)] = row.copy()
            while len(self._rows) > most:
                self._rows.popitem(last=False)


def _key(text: str, embedder: Embedder) -> Key:
    return embedder.name, text_key(text)


SHELF: ContextVar[Shelf | None] = ContextVar("shelf", default=None)


@contextmanager
def keeping() -> Iterator[Shelf]:
    """Keep what is read until the end of this piece of work; within another, share the other's."""
    there = SHELF.get()
    if there is not None:
        yield there
        return
    shelf = Shelf()
    token = SHELF.set(shelf)
    try:
        yield shelf
    finally:
        SHELF.reset(token)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """An embedder that reads no text twice inside `keeping`; outside it reads whatever it gets."""

    embedder: Embedder

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
        shelf = SHELF.get()
        if shelf is None:
            return self.embedder.embed(texts)
        return shelf.embed(texts, embedder=self.embedder)
