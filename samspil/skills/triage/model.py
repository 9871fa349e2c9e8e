"""The classifier: weighs words and pieces of words, and says how sure it is of each label."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import softmax

from samspil.skills.triage.grams import (
    Occurrences,
    Token,
    piece_occurrences,
    tokens,
    word_occurrences,
)
from samspil.skills.triage.model_file import ModelParts, read_parts, write_parts
from samspil.skills.triage.view import View, Weights

Shares = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, eq=False)
class ReadBatch:
    """A batch of texts as the classifier sees it; `vectors` holds one row for each text."""

    tokens: tuple[list[Token], ...]
    words: Occurrences
    pieces: Occurrences
    vectors: sparse.csr_matrix


@dataclass(frozen=True, kw_only=True, eq=False)
class TriageModel:
    """A trained classifier over a closed set of labels.

    `weights` has a row for each gram (words first) and a column for each label; `sharpness` turns
    scores into shares that are right as often as they say; `examples` is how many it learned from.
    """

    labels: tuple[str, ...]
    words: View
    pieces: View
    weights: Weights
    bias: Weights
    sharpness: float
    examples: int

    @cached_property
    def version(self) -> str:
        """Sixteen signs made from everything the model has learned."""
        digest = hashlib.sha256(repr((self.labels, self.sharpness, self.examples)).encode())
        for view in (self.words, self.pieces):
            digest.update("\n".join(view.vocabulary).encode("utf-8", "surrogatepass"))
            digest.update(view.rarity.tobytes())
        digest.update(self.weights.tobytes())
        digest.update(self.bias.tobytes())
        return digest.hexdigest()[:16]

    def read(self, texts: Sequence[str]) -> ReadBatch:
        """See the texts as this model sees them."""
        return read_batch(texts, words=self.words, pieces=self.pieces)

    def scores(self, batch: ReadBatch) -> Shares:
        """One row of scores for each text, one column for each label."""
        return np.asarray(batch.vectors @ self.weights, dtype=np.float64) + self.bias

    def shares(self, batch: ReadBatch) -> Shares:
        """The probability of each label, row by row; a row of zeros where nothing is known.

        A row adds up to a little less than 1: the rest is the chance that no label fits.
        """
        shares = softmax(self.scores(batch) * self.sharpness, axis=1)
        known = np.diff(batch.vectors.indptr) > 0
        return np.asarray(shares * known[:, None] * (self.examples / (self.examples + 1)))

    def predict(self, texts: Sequence[str]) -> Shares:
        """The probability of each label for each text; see `shares`."""
        return self.shares(self.read(texts))

    def save(self, path: Path) -> None:
        """Write the model to one file, replacing an older one only when it is complete."""
        parts = ModelParts(
            version=self.version,
            labels=self.labels,
            words=tuple(self.words.vocabulary),
            pieces=tuple(self.pieces.vocabulary),
            word_rarity=self.words.rarity,
            piece_rarity=self.pieces.rarity,
            weights=self.weights,
            bias=self.bias,
            sharpness=self.sharpness,
            examples=self.examples,
        )
        write_parts(parts, path)

    @classmethod
    def load(cls, path: Path) -> "TriageModel":
        """Read a saved model; raise `BrokenModel` if the file is not whole and true."""
        parts = read_parts(path)
        model = cls(
            labels=parts.labels,
            words=_view(parts.words, parts.word_rarity),
            pieces=_view(parts.pieces, parts.piece_rarity),
            weights=parts.weights,
            bias=parts.bias,
            sharpness=parts.sharpness,
            examples=parts.examples,
        )
        parts.check_version(model.version, path)
        return model


def read_batch(texts: Sequence[str], *, words: View, pieces: View) -> ReadBatch:
    """See the texts through the two views."""
    found = tuple(tokens(text) for text in texts)
    forms = [[token.form for token in each] for each in found]
    seen_words = word_occurrences(forms, words.vocabulary)
    seen_pieces = piece_occurrences(forms, pieces.vocabulary)
    rows = len(texts)
    both = [words.vectors(seen_words, rows=rows), pieces.vectors(seen_pieces, rows=rows)]
    vectors = sparse.hstack(both, format="csr") * np.float32(0.5**0.5)
    return ReadBatch(tokens=found, words=seen_words, pieces=seen_pieces, vectors=vectors)


def _view(grams: tuple[str, ...], rarity: Weights) -> View:
    return View(vocabulary={gram: place for place, gram in enumerate(grams)}, rarity=rarity)
