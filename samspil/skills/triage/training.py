"""How the classifier learns from texts and their labels."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse
from scipy.special import log_softmax
from sklearn.svm import LinearSVC

from samspil.skills.triage.grams import Kind, tokens
from samspil.skills.triage.model import TriageModel, read_batch
from samspil.skills.triage.view import Weights, learn_view

RECIPE = 3
"""Raised whenever the same examples may give another model."""
FOLDS = 8
ENOUGH = 4_000
"""So many examples judged unseen are enough to know how sure to be."""
SHARPEST, BLUNTEST = 100.0, 0.1
SEED = 0

Numbers = NDArray[np.intp]


class NothingToLearn(Exception):
    """There are no examples to learn from; the message is fit to show to a person."""


def train(texts: Sequence[str], labels: Sequence[str]) -> TriageModel:
    """Learn from examples, and from how often one is right about examples one has not seen.

    The same examples in the same order give the same model. Raises `NothingToLearn` if no text
    holds a word.
    """
    seen = [[token.form for token in tokens(text)] for text in texts]
    kept = [place for place, forms in enumerate(seen) if forms]
    if not kept:
        raise NothingToLearn("None of the examples holds a word.")
    seen = [seen[place] for place in kept]
    known = tuple(sorted({labels[place] for place in kept}))
    number = {label: place for place, label in enumerate(known)}
    answers = np.array([number[labels[place]] for place in kept], dtype=np.intp)
    views = tuple(learn_view(kind, seen) for kind in Kind)
    batch = read_batch([texts[place] for place in kept], views=views)
    weights, bias = _fit(batch.vectors, answers, labels=len(known))
    return TriageModel(
        labels=known,
        views=views,
        weights=weights,
        bias=bias,
        sharpness=_sharpness(
            batch.vectors, answers, folds=_folds(seen, answers), labels=len(known)
        ),
        examples=len(kept),
    )


def _fit(vectors: sparse.csr_matrix, answers: Numbers, *, labels: int) -> tuple[Weights, Weights]:
    """One linear rule per label; a label without an example is never chosen."""
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


def _folds(seen: Sequence[Sequence[str]], answers: Numbers) -> Numbers:
    """Deal the examples of each label over the folds; equal texts always share a fold."""
    dealt: dict[int, int] = {}
    fold_of: dict[tuple[str, ...], int] = {}
    folds = np.empty(len(answers), dtype=np.intp)
    for place, (forms, answer) in enumerate(zip(seen, answers.tolist(), strict=True)):
        key = tuple(forms)
        if key not in fold_of:
            dealt[answer] = dealt.get(answer, answer) + 1
            fold_of[key] = dealt[answer] % FOLDS
        folds[place] = fold_of[key]
    return folds


def _sharpness(
    vectors: sparse.csr_matrix, answers: Numbers, *, folds: Numbers, labels: int
) -> float:
    """The factor that makes scores of unseen examples into honest probabilities."""
    scores = np.full((len(answers), labels), -1.0)
    judged = np.zeros(len(answers), dtype=bool)
    for fold in np.unique(folds):
        unseen = folds == fold
        if unseen.all():
            return 1.0
        if judged.sum() >= ENOUGH:
            break
        weights, bias = _fit(vectors[~unseen], answers[~unseen], labels=labels)
        scores[unseen] = vectors[unseen] @ weights + bias
        judged |= unseen
    return _honest_factor(scores[judged], answers[judged])


def _honest_factor(scores: NDArray[np.float64], answers: Numbers) -> float:
    """The factor under which the right answers were the least surprising."""

    def surprise(log_factor: float) -> float:
        shares = log_softmax(scores * np.exp(log_factor), axis=1)
        return float(-shares[np.arange(len(answers)), answers].mean())

    bounds = (np.log(BLUNTEST), np.log(SHARPEST))
    return float(np.exp(optimize.minimize_scalar(surprise, bounds=bounds, method="bounded").x))
