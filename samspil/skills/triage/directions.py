"""Learning in a space of few directions: grams that are used alike come to lie close together.

Each gram gets a place in that space and each label a direction in it; a text lies where its grams
lie on average. What one gram teaches thus reaches others, which a rule for each gram cannot do.
Multiplied out, the result is one weight for each gram and label again.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import softmax

from samspil.skills.triage.view import Weights

DIRECTIONS = 64
ROUNDS = 6
AT_ONCE = 128
"""So many texts make one step."""
HIDDEN = 0.3
"""The share of grams hidden at random in each step, so that no gram is relied on alone."""
DOUBT = 0.05
"""The share of certainty given to all labels, so that no score grows without end."""
STRIDE, LABEL_STRIDE, BIAS_STRIDE = 0.5, 0.1, 0.05


@dataclass(slots=True, kw_only=True, eq=False)
class Space:
    """Places of grams, directions of labels, and how far each has been moved so far."""

    grams: Weights
    labels: Weights
    bias: Weights
    grams_moved: Weights
    labels_moved: Weights

    def step(self, vectors: sparse.csr_matrix, wanted: Weights, *, stride: float) -> None:
        """Move what these texts hold towards the wanted shares of labels (Adagrad)."""
        met, vectors = _met(vectors)
        places = self.grams[met]
        texts = vectors @ places
        surprise = (softmax(texts @ self.labels + self.bias, axis=1) - wanted) / len(wanted)
        for_labels = texts.T @ surprise
        for_grams = vectors.T @ (surprise @ self.labels.T)
        self.labels_moved += for_labels**2
        self.labels -= stride * LABEL_STRIDE * for_labels / np.sqrt(self.labels_moved)
        self.grams_moved[met] += (for_grams**2).sum(axis=1, keepdims=True)
        self.grams[met] = places - stride * STRIDE * for_grams / np.sqrt(self.grams_moved[met])
        self.bias -= stride * BIAS_STRIDE * surprise.sum(axis=0)


def learn_directions(
    vectors: sparse.csr_matrix, answers: NDArray[np.intp], *, labels: int, seed: int
) -> tuple[Weights, Weights]:
    """Weights and biases; the same seed gives the same."""
    chance = np.random.default_rng(seed)
    space = _beginning(vectors.shape[1], labels, chance)
    wanted = np.full((labels, labels), DOUBT / labels, dtype=np.float32)
    wanted += (1 - DOUBT) * np.eye(labels, dtype=np.float32)
    a_round = -(-len(answers) // AT_ONCE)
    for number in range(ROUNDS):
        deals = np.array_split(chance.permutation(len(answers)), a_round)
        for place, chosen in enumerate(deals):
            stride = 1 - (number + place / a_round) / ROUNDS
            shown = _partly_hidden(vectors[chosen], chance)
            space.step(shown, wanted[answers[chosen]], stride=stride)
    return space.grams @ space.labels, space.bias


def _beginning(grams: int, labels: int, chance: np.random.Generator) -> Space:
    shapes = (grams, DIRECTIONS), (DIRECTIONS, labels)
    places, directions = (chance.standard_normal(shape, dtype=np.float32) for shape in shapes)
    return Space(
        grams=places * np.float32(0.3),
        labels=directions * np.float32(0.1),
        bias=np.zeros(labels, dtype=np.float32),
        grams_moved=np.full((grams, 1), 1e-8, dtype=np.float32),
        labels_moved=np.full((DIRECTIONS, labels), 1e-8, dtype=np.float32),
    )


def _partly_hidden(vectors: sparse.csr_matrix, chance: np.random.Generator) -> sparse.csr_matrix:
    shown = chance.random(vectors.nnz, dtype=np.float32) >= HIDDEN
    vectors.data = vectors.data * shown / np.float32(1 - HIDDEN)
    return vectors


def _met(vectors: sparse.csr_matrix) -> tuple[NDArray[np.intp], sparse.csr_matrix]:
    """The grams that occur in these texts, and the texts over those grams alone."""
    occurs = np.zeros(vectors.shape[1], dtype=bool)
    occurs[vectors.indices] = True
    number = np.cumsum(occurs) - 1
    parts = (vectors.data, number[vectors.indices], vectors.indptr)
    return np.flatnonzero(occurs), sparse.csr_matrix(parts, (vectors.shape[0], int(occurs.sum())))
