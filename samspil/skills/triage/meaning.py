"""The second classifier: weighs what a text means, for when its words alone say too little."""

import hashlib
import json
import os
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from uuid import uuid4

import numpy as np
from scipy.special import softmax

from samspil.core.embedding import Vectors
from samspil.skills.triage.model import Shares
from samspil.skills.triage.model_file import BrokenModel
from samspil.skills.triage.view import Weights

FORMAT = 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Meaning:
    """One linear rule for each label over the vectors of one embedding.

    `words_speak` and `meaning_speaks` say how loud the scores of the two classifiers are when both
    are asked; together they make shares that are right as often as they say.
    """

    labels: tuple[str, ...]
    embedder: str
    weights: Weights
    bias: Weights
    words_speak: float
    meaning_speaks: float
    examples: int

    @cached_property
    def version(self) -> str:
        """Eight signs made from everything that was learned."""
        digest = hashlib.sha256(repr(self._about()).encode())
        digest.update(self.weights.tobytes())
        digest.update(self.bias.tobytes())
        return digest.hexdigest()[:8]

    def shares(self, vectors: Vectors, *, words: Shares) -> Shares:
        """The probability of each label, row by row, where `words` are the other's scores."""
        scores = vectors @ self.weights + self.bias
        shares = softmax(words * self.words_speak + scores * self.meaning_speaks, axis=1)
        return np.asarray(shares * (self.examples / (self.examples + 1)), dtype=np.float64)

    def save(self, path: Path) -> None:
        """Write to one file, replacing an older one only when it is complete."""
        about = np.frombuffer(json.dumps([FORMAT, self.version, *self._about()]).encode(), np.uint8)
        unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
        with unfinished.open("wb") as file:
            np.savez_compressed(file, about=about, weights=self.weights, bias=self.bias)
        os.replace(unfinished, path)

    @classmethod
    def load(cls, path: Path) -> "Meaning":
        """Read what was saved; raise `BrokenModel` if the file is not whole and true."""
        try:
            with np.load(path, allow_pickle=False) as file:
                about = json.loads(file["about"].tobytes())
                arrays = file["weights"], file["bias"]
            meaning = _meaning(about, *arrays)
        except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as why:
            raise BrokenModel(f"The file {path.name} is missing or damaged.") from why
        if about[:2] != [FORMAT, meaning.version]:
            raise BrokenModel(f"The file {path.name} was changed after it was written.")
        return meaning

    def _about(self) -> list[object]:
        return [
            list(self.labels),
            self.embedder,
            self.words_speak,
            self.meaning_speaks,
            self.examples,
        ]


def _meaning(about: list[object], weights: Weights, bias: Weights) -> Meaning:
    _, _, labels, embedder, words_speak, meaning_speaks, examples = about
    if not isinstance(labels, list) or weights.shape[1:] != bias.shape != (len(labels),):
        raise ValueError("sizes differ")
    return Meaning(
        labels=tuple(map(str, labels)),
        embedder=str(embedder),
        weights=weights.astype(np.float32),
        bias=bias.astype(np.float32),
        words_speak=float(str(words_speak)),
        meaning_speaks=float(str(meaning_speaks)),
        examples=int(str(examples)),
    )
