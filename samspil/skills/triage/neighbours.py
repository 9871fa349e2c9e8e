"""The third voice: labels of the examples that mean nearly the same."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samspil.core.embedding import STORED, Vectors
from samspil.skills.triage.fitting import Numbers
from samspil.skills.triage.model import Shares
from samspil.skills.triage.view import Weights

NARROW = 20.0
"""How fast a neighbour's voice fades with its distance, found on examples set aside."""
FAR = 1e-6
"""What a label without any neighbour weighs."""
AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Neighbours:
    """Examples by what they mean: rows of length 1 around their `middle`, and their labels."""

    middle: Weights
    rows: NDArray[np.float16]
    answers: Numbers
    labels: int

    @classmethod
    def of(cls, vectors: Vectors, answers: Numbers, *, labels: int) -> "Neighbours":
        """Vectors as an embedding gives them, one row for each example."""
        middle = vectors.mean(axis=0) if len(vectors) else np.zeros(vectors.shape[1], np.float32)
        rows = _apart(vectors, middle).astype(STORED)
        return cls(middle=middle, rows=rows, answers=answers, labels=labels)

    def scores(self, vectors: Vectors, *, folds: Numbers | None = None) -> Shares:
        """One row for each vector, one column for each label: the logarithm of its neighbours'
        weight. With `folds` the vectors are those of the examples themselves, and those of the
        same fold are out of each other's sight.
        """
        found = np.zeros((len(vectors), self.labels))
        own = np.eye(self.labels, dtype=np.float32)[self.answers]
        known = self.rows.astype(np.float32).T
        for start in range(0, len(vectors), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            weight = np.exp(NARROW * (_apart(vectors[part], self.middle) @ known - 1))
            if folds is not None:
                weight[folds[part, None] == folds] = 0
            found[part] = np.log(weight @ own + FAR)
        return found

    def placed(self, vectors: Vectors) -> NDArray[np.float64]:
        """The vectors as the examples' rows are: of length 1 around their middle."""
        return _apart(vectors, self.middle).astype(np.float64)


def _apart(vectors: Vectors, middle: Weights) -> Vectors:
    rows = vectors - middle
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(length, 1e-12), dtype=np.float32)
