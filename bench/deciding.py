"""Learn from the bench's questions when to decline, and test it on handbooks it has not seen."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bench.handbooks import Asked
from bench.retrieval import Library
from samspil.core.knowledge.signs import row, signs_of

Numbers = NDArray[np.float64]
HARDNESS = 0.1
"""How freely the weights may differ from nothing, in standard deviations of their signs."""
AIM = 0.93
"""The share of unanswerable questions learned from that are declined; unseen ones fare worse."""
SEEN = 10


def cross_validated(
    shelves: Library, asked: Sequence[Asked]
) -> tuple[float, float, tuple[float, float]]:
    """The shares declined and answered rightly, and the same of a rule on the words alone.

    Each handbook is judged by weights and a threshold learned on the others.
    """
    signs, right = _signs(shelves, asked), np.array([bool(each.answers) for each in asked])
    handbooks = np.array([each.handbook for each in asked])
    whole, words = np.zeros(len(asked), dtype=bool), np.zeros(len(asked), dtype=bool)
    for handbook in sorted(set(handbooks.tolist())):
        test = handbooks == handbook
        for chosen, columns in ((whole, slice(None)), (words, slice(0, 1))):
            base, weights, least = _fit(signs[~test][:, columns], right[~test])
            chosen[test] = signs[test][:, columns] @ weights + base >= least
    return (
        float((~whole[~right]).mean()),
        float(whole[right].mean()),
        (float((~words[~right]).mean()), float(words[right].mean())),
    )


def learned(shelves: Library, asked: Sequence[Asked]) -> tuple[str, str]:
    """The lines for the rule, moved so that its threshold lies at one half."""
    signs, right = _signs(shelves, asked), np.array([bool(each.answers) for each in asked])
    base, weights, least = _fit(signs, right)
    said = ", ".join(f"{weight:.3f}" for weight in weights)
    return f"BASE = {base - least:.3f}", f"WEIGHTS = ({said})"


def _signs(shelves: Library, asked: Sequence[Asked]) -> Numbers:
    rows = []
    for each in asked:
        found = shelves.found(each, limit=SEEN)
        rows.append(row(signs_of(each.text, found)) if found else None)
    width = next(len(each) for each in rows if each)
    return np.array([each or (0.0,) * width for each in rows])


def _fit(signs: Numbers, right: NDArray[np.bool_]) -> tuple[float, Numbers, float]:
    """The base, the weights of plain signs, and the least value at which to answer."""
    mean, spread = signs.mean(axis=0), signs.std(axis=0)
    spread[spread == 0] = 1
    rule = LogisticRegression(C=HARDNESS, class_weight="balanced", max_iter=2_000)
    rule.fit((signs - mean) / spread, right)
    weights = rule.coef_[0] / spread
    base = float(rule.intercept_[0] - weights @ mean)
    least = float(np.quantile((signs @ weights + base)[~right], AIM))
    return base, weights, least
