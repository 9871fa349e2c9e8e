"""One linear rule for each label, learned from vectors."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.svm import LinearSVC

from samspil.skills.triage.view import Weights

SEED = 0

Numbers = NDArray[np.intp]


def fit(vectors: sparse.csr_matrix, answers: Numbers, *, labels: int) -> tuple[Weights, Weights]:
    """Weights and biases; a label without an example is never chosen."""
    present = np.unique(answers)
    weights = np.zeros((vectors.shape[1], labels), dtype=np.float32)
    bias = np.full(labels, -1.0, dtype=np.float32)
    if len(present) == 1:
        bias[present] = 1.0
        return weights, bias
    learned = LinearSVC(C=1.0, dual=True, random_state=SEED).fit(vectors, answers)
    rules, starts = learned.coef_, learned.intercept_
    if len(present) == 2:
        rules, starts = np.vstack([-rules, rules]), np.concatenate([-starts, starts])
    weights[:, present] = rules.T.astype(np.float16)
    bias[present] = starts
    return weights, bias
