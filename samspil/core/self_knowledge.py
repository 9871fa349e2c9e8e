"""How likely this very answer is right, learned from answers about what the answerer had not seen.

A classifier's highest probability speaks of labels; this speaks of the answer. Any skill can use
it that keeps the scores it gave to examples out of its sight, and whether it was right.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
Flags = NDArray[np.bool_]

NEIGHBOURS = 10
AT_ONCE = 500
PRIOR = 2.0
"""An answer given seldom is thought right as often as all are, with the weight of two cases."""
CAUTION = 3.0
"""How strongly weights are drawn to zero."""
STEPS = 50
CLOSE = 1e-8
TINY = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SelfKnowledge:
    """A logistic rule over standardised signs; `right_share` is the share right, by answer."""

    middle: Numbers
    spread: Numbers
    weights: Numbers
    right_share: Numbers

    def sure(self, signs: Numbers, said: Places) -> Numbers:
        """The probability that each answer is right, from 0 to 1."""
        table = (_with_share(signs, self.right_share[said]) - self.middle) / self.spread
        return _odds_to_share(_with_one(table) @ self.weights)


def know(signs: Numbers, said: Places, right: Flags, *, answers: int) -> SelfKnowledge:
    """Learn from answers given unseen: their signs, what was said, and whether it was right.

    `answers` is how many different ones there are. The same input gives the same.
    """
    hits = np.bincount(said, weights=right, minlength=answers)
    times = np.bincount(said, minlength=answers)
    right_share = (hits + PRIOR * right.mean()) / (times + PRIOR)
    table = _with_share(signs, right_share[said])
    middle, spread = table.mean(axis=0), np.maximum(table.std(axis=0), TINY)
    weights = _logistic(_with_one((table - middle) / spread), right.astype(float))
    return SelfKnowledge(middle=middle, spread=spread, weights=weights, right_share=right_share)


def signs_of_scores(scores: Numbers) -> Numbers:
    """What a row of scores (logarithms of likelihoods) tells: leads, entropy, height."""
    top = scores.max(axis=1, keepdims=True)
    height = np.log(np.exp(scores - top).sum(axis=1)) + top[:, 0]
    shares = np.exp(scores - height[:, None])
    ranked = _three_best(shares)
    first, second, third = ranked.T
    odds = np.log(first + TINY) - np.log(1 - first + TINY)
    entropy = -(shares * np.log(shares + TINY)).sum(axis=1)
    lead = top[:, 0] - _three_best(scores)[:, 1]
    columns = (first, first - second, first - third, entropy, top[:, 0], lead, height, odds)
    return np.column_stack(columns)


def signs_of_nearness(
    vectors: Numbers,
    said: Places,
    *,
    known: Numbers,
    labels: Places,
    folds: tuple[Places, Places] | None = None,
) -> Numbers:
    """How an answer fits the nearest examples; rows of `vectors` and `known` have length 1.

    `folds` are those of the answers and of the examples: those of one fold were out of sight when
    the answer was given; None means that none was. Columns: share of the nearest ten with this
    answer, plain and by nearness; nearest of this answer, its lead over the nearest of any other;
    nearest of all; middle of this answer and its lead over other middles.
    """
    rows = []
    for start in range(0, len(vectors), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        near = vectors[part] @ known.T
        if folds is not None:
            near[folds[0][part, None] == folds[1]] = -1
        same = labels[None, :] == said[part][:, None]
        rows.append(_fit(near, same))
    return np.hstack([np.vstack(rows), _middles(vectors, said, known=known, labels=labels)])


def _fit(near: Numbers, same: Flags) -> Numbers:
    many = min(NEIGHBOURS, near.shape[1])
    nearest = np.argpartition(-near, many - 1, axis=1)[:, :many]
    agree = np.take_along_axis(same, nearest, axis=1)
    weight = np.maximum(np.take_along_axis(near, nearest, axis=1), 0)
    weighed = (agree * weight).sum(axis=1) / np.maximum(weight.sum(axis=1), TINY)
    own = np.where(same, near, -1).max(axis=1)
    other = np.where(same, -1, near).max(axis=1)
    return np.column_stack([agree.mean(axis=1), weighed, own, own - other, near.max(axis=1)])


def _middles(vectors: Numbers, said: Places, *, known: Numbers, labels: Places) -> Numbers:
    order = np.argsort(labels, kind="stable")
    present, starts = np.unique(labels[order], return_index=True)
    sums = np.add.reduceat(known[order], starts)
    middles = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), TINY)
    near = vectors @ middles.T
    same = present[None, :] == said[:, None]
    own, other = np.where(same, near, -1).max(axis=1), np.where(same, -1, near).max(axis=1)
    return np.column_stack([own, own - other])


def _three_best(rows: Numbers) -> Numbers:
    """The three highest of each row, falling; short rows are filled with their lowest."""
    ranked = np.sort(rows, axis=1)[:, ::-1][:, :3]
    return np.pad(ranked, ((0, 0), (0, 3 - ranked.shape[1])), mode="edge")


def _logistic(table: Numbers, right: Numbers) -> Numbers:
    """Newton's method; the first column is the constant, which alone is not drawn to zero."""
    weights = np.zeros(table.shape[1])
    pull = np.full(table.shape[1], CAUTION)
    pull[0] = TINY
    for _ in range(STEPS):
        shares = _odds_to_share(table @ weights)
        slope = table.T @ (right - shares) - pull * weights
        bend = (table * np.maximum(shares * (1 - shares), TINY)[:, None]).T @ table + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < CLOSE:
            break
    return weights


def _with_share(signs: Numbers, share: Numbers) -> Numbers:
    return np.column_stack([signs, share])


def _with_one(table: Numbers) -> Numbers:
    return np.column_stack([np.ones(len(table)), table])


def _odds_to_share(odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), dtype=np.float64)
