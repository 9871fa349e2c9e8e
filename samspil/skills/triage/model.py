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

from samspil.skills.triage.grams import Kind, Occurrences, Token, occurrences, tokens
from samspil.skills.triage.model_file import ModelParts, read_parts, write_parts
from samspil.skills.triage.view import View, Weights

Shares = NDArray[np.float64]

SPEAKS = {Kind.WORDS: 1.0, Kind.PAIRS: 1.0, Kind.PIECES: 1.1}
"""How loud each view speaks, found on examples set aside."""
LOUDNESS = sum(part**2 for part in SPEAKS.values()) ** 0.5


@dataclass(frozen=True, kw_only=True, eq=False)
class ReadBatch:
    """A batch of texts as the classifier sees it; `vectors` holds one row for each text."""

    tokens: tuple[list[Token], ...]
    seen: tuple[Occurrences, ...]
    vectors: sparse.csr_matrix


@dataclass(frozen=True, kw_only=True, eq=False)
class TriageModel:
    """A trained classifier over a closed set of labels.

    `weights` has a row for each gram, view by view, and a column for each label; `sharpness` turns
    scores into shares that are right as often as they say; `examples` is how many it learned from.
    """

    labels: tuple[str, ...]
    views: tuple[View, ...]
    weights: Weights
    bias: Weights
    sharpness: float
    examples: int

    @cached_property
    def version(self) -> str:
        """Sixteen signs made from everything the model has learned."""
        digest = hashlib.sha256(repr((self.labels, self.sharpness, self.examples)).encode())
        for view in self.views:
            digest.update("\n".join((view.kind, *view.vocabulary)).encode("utf-8", "surrogatepass"))
            digest.update(view.rarity.tobytes())
        digest.update(self.weights.tobytes())
        digest.update(self.bias.tobytes())
        return digest.hexdigest()[:16]

    def read(self, texts: Sequence[str]) -> ReadBatch:
        """See the texts as this model sees them."""
        return read_batch(texts, views=self.views)

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

    def familiar(self, batch: ReadBatch) -> Shares:
        """The share of each text's words that stood in an example; 0 without words."""
        known = next(view.vocabulary for view in self.views if view.kind is Kind.WORDS)
        return np.array(
            [
                sum(each.form in known for each in found) / (len(found) or 1)
                for found in batch.tokens
            ]
        )

    def predict(self, texts: Sequence[str]) -> Shares:
        """The probability of each label for each text; see `shares`."""
        return self.shares(self.read(texts))

    def save(self, path: Path) -> None:
        """Write the model to one file, replacing an older one only when it is complete."""
        parts = ModelParts(
            version=self.version,
            labels=self.labels,
            views=self.views,
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
            views=parts.views,
            weights=parts.weights,
            bias=parts.bias,
            sharpness=parts.sharpness,
            examples=parts.examples,
        )
        parts.check_version(model.version, path)
        return model


def read_batch(texts: Sequence[str], *, views: Sequence[View]) -> ReadBatch:
    """See the texts through these views."""
    found = tuple(tokens(text) for text in texts)
    forms = [[token.form for token in each] for each in found]
    seen = tuple(occurrences(view.kind, forms, view.vocabulary) for view in views)
    parts = [view.vectors(each, rows=len(texts)) for view, each in zip(views, seen, strict=True)]
    return ReadBatch(tokens=found, seen=seen, vectors=side_by_side(parts))


def side_by_side(parts: Sequence[sparse.csr_matrix]) -> sparse.csr_matrix:
    """The unit vectors of all views as one, each view as loud as it speaks."""
    loud = [
        part * np.float32(SPEAKS[kind] / LOUDNESS) for kind, part in zip(Kind, parts, strict=True)
    ]
    return sparse.csr_matrix(sparse.hstack(loud, format="csr"))
