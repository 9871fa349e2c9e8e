"""Read a question and a passage together: how much speaks for the passage's answering it.

The lower half of multilingual-e5-small reads each by itself, with the weights that the embedding
has; the upper half, learned from texts of our own (`bench/cross_encoder`), reads both.
`cross_encoder.onnx` holds that half and says what is computed.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samspil.adapters.embedding.e5 import network_of
from samspil.adapters.embedding.network import (
    ASKED,
    Network,
    constants,
    looked_up,
    session_of,
)
from samspil.adapters.embedding.pieces import pieces_of
from samspil.core.embedding import NoEmbedding, Vectors

GRAPH = Path(__file__).with_name("cross_encoder.onnx")
APART = 6
"""Layers that read question and passage each by itself."""
ASKED_TOLD = np.array([1, 0], dtype=np.float32)
"""How the pieces of a question and of a passage are marked."""
LONGEST = 250
"""Pieces of words of a question or of a passage that are read."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CrossEncoder:
    """One pair is read at a time, on one thread."""

    session: Any
    network: Network
    busy: threading.Lock

    @classmethod
    def load(cls, weights: Path) -> "CrossEncoder":
        """The same one for the same weights of the embedding; raises `NoEmbedding`."""
        return _loaded(weights)

    def judge(self, question: str, passages: Sequence[str]) -> list[float]:
        """What speaks for each passage: above 0 that it answers, below 0 that it does not.

        A passage is given under its heading. Takes some 40 milliseconds each.
        """
        asked = self._begun(question, ASKED)
        return [float(self._read(asked, each)[0].item()) for each in passages]

    def places(
        self, question: str, passage: str, stretches: Sequence[tuple[int, int]]
    ) -> list[float]:
        """How much of each stretch of the passage is an answer, from 0 to 1.

        A stretch is its first character and the one after its last. Of what is not read it is 0.
        """
        _value, places = self._read(self._begun(question, ASKED), passage)
        pieces = 1 / (1 + np.exp(-places))
        bounds = [[1 + len(self._numbers(passage[:at])) for at in each] for each in stretches]
        return [float(pieces[start:end].mean()) if start < end else 0.0 for start, end in bounds]

    def _read(self, asked: Vectors, passage: str) -> tuple[Vectors, Vectors]:
        """What speaks for an answer, and for each piece of the passage belonging to it."""
        told = self._begun(passage)
        words = np.concatenate([asked, told])[None]
        sides = np.repeat(ASKED_TOLD, [len(asked), len(told)])[None, :, None]
        with self.busy:
            value, places = self.session.run(None, {"words": words, "asked": sides})
        return value, places[0, len(asked) :, 0]

    def _begun(self, text: str, before: str = "") -> Vectors:
        numbers = self._numbers(text, before)
        return looked_up(numbers, tokens=self.network.tokens, tensors=self.network.tensors)

    def _numbers(self, text: str, before: str = "") -> list[int]:
        first = next(iter(pieces_of(text)), "")
        with self.busy:
            return self.network.tokens.numbers(before + first)[:LONGEST]


@lru_cache(maxsize=4)
def _loaded(weights: Path) -> CrossEncoder:
    network = network_of(weights)
    try:
        session = session_of(GRAPH, _handed_over(network))
    except Exception as why:  # ONNX Runtime's errors have no class of their own in common
        raise NoEmbedding(f"{GRAPH.name} could not be loaded: {why}. Run: script/setup") from why
    return CrossEncoder(session=session, network=network, busy=threading.Lock())


def _handed_over(network: Network) -> Iterator[tuple[str, NDArray[Any]]]:
    lower = ("emb.", *(f"l{layer}." for layer in range(APART)))
    kept = {name: each for name, each in network.tensors.items() if name.startswith(lower)}
    return constants(kept)
