"""One linear rule for each label, learned from vectors."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from samspil.skills.triage.directions import learn_directions
from samspil.skills.triage.view import Weights

SEED = 0
TOLERANCE = 0.1
"""More exact rules take longer and are right no more often."""
SPACES = 2
ENOUGH_FOR_SPACES = 2_000
"""With fewer examples spaces would help too, but the starter model must be learned in seconds."""
SHARE = 0.25
"""The weight of what spaces say beside each label's own rule, found on examples set aside."""
GRAIN = 1 / 64
"""Weights are rounded to multiples of this, so that a model's file stays small."""

Numbers = NDArray[np.intp]


def spaces_for(examples: int) -> int:
    """How many spaces of directions to learn from so many examples."""
    return SPACES if examples >= ENOUGH_FOR_SPACES else 0


def fit(
    vectors: sparse.csr_matrix,
    answers: Numbers,
    *,
    labels: int,
    spaces: int,
    trust: NDArray[np.float64] | None = None,
) -> tuple[Weights, Weights]:
    """Weights and biases; a label without an example is never chosen.

    `trust` says how much each example counts for the labels' own rules; None means all the same.
    """
    present, place = np.unique(answers, return_inverse=True)
    weights = np.zeros((vectors.shape[1], labels), dtype=np.float32)
    bias = np.full(labels, -1.0, dtype=np.float32)
    if len(present) == 1:
        bias[present] = 1.0
        return weights, bias
    rules, starts = _own_rules(vectors, place, trust)
    for seed in range(spaces):
        shared, begins = learn_directions(vectors, place, labels=len(present), seed=seed)
        rules += SHARE / spaces * shared
        starts += SHARE / spaces * begins
    weights[:, present] = np.round(rules / GRAIN) * GRAIN
    bias[present] = starts
    return weights, bias


def _own_rules(
    vectors: sparse.csr_matrix, answers: Numbers, trust: NDArray[np.float64] | None
) -> tuple[Weights, Weights]:
    """For each label the rule that parts its examples from all others with the widest gap."""
    from sklearn.svm import LinearSVC  # takes half a second to load, and few processes learn

    learned = LinearSVC(C=1.0, dual=True, tol=TOLERANCE, random_state=SEED)
    learned.fit(vectors, answers, sample_weight=trust)
    rules, starts = learned.coef_.astype(np.float32), learned.intercept_.astype(np.float32)
    if len(rules) == 1:
        rules, starts = np.vstack([-rules, rules]), np.concatenate([-starts, starts])
    return rules.T.copy(), starts
