"""How the classifier by meaning learns, and how all voices are weighed against each other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import optimize
from scipy.special import log_softmax
from sklearn.linear_model import LogisticRegression

from samspil.core.embedding import Embedder, Vectors
from samspil.skills.triage.fitting import SEED, Numbers
from samspil.skills.triage.meaning import Meaning
from samspil.skills.triage.model import Shares
from samspil.skills.triage.neighbours import Neighbours
from samspil.skills.triage.sureness import Judged
from samspil.skills.triage.training import Lesson
from samspil.skills.triage.view import Weights

RECIPE = 2
"""Raised whenever the same examples may give another result."""
STRETCH = 12.0
"""Vectors of texts differ by little; stretched so, the usual strength of doubt fits them."""
MOST_READ = 12_000
"""So many examples are read at most: at some 40 a second, five minutes."""
ALWAYS = 20
"""So many examples of a label are read however rare it is."""
LOUDEST = 50.0

Rules = tuple[Weights, Weights]


def learn_meaning(
    texts: Sequence[str], learned: Lesson, *, embedder: Embedder, most: int = MOST_READ
) -> Meaning:
    """Learn the same labels from the same examples, by what they mean; raises `NoEmbedding`.

    The name of each label counts as one more example of it.
    """
    labels = learned.model.labels
    read = _sample(learned, most=most)
    names = embedder.embed([label.replace("_", " ") for label in labels])
    vectors = embedder.embed([texts[learned.kept[at]] for at in read])
    answers, folds = learned.answers[read], learned.folds[read]
    neighbours = Neighbours.of(vectors, answers, labels=len(labels))
    loudness = (learned.model.sharpness, 0.0, 0.0)
    if learned.judged is not None:
        by_rules = _unseen(vectors, answers, folds, names=names)
        by_neighbours = neighbours.scores(vectors, folds=folds)
        loudness = _loudness(learned.judged, (by_rules, by_neighbours), read=read)
    weights, bias = rules(vectors, answers, names=names)
    return Meaning(
        labels=labels,
        embedder=embedder.name,
        weights=weights,
        bias=bias,
        words_speak=loudness[0],
        meaning_speaks=loudness[1],
        neighbours=neighbours,
        neighbours_speak=loudness[2],
        examples=learned.model.examples,
    )


def _sample(learned: Lesson, *, most: int) -> Numbers:
    """The places of at most so many examples, in proportion to the labels, and always the same.

    The first few of each label always, and first those that were judged unseen, since both
    classifiers must have judged them.
    """
    total = len(learned.answers)
    judged = np.zeros(total, dtype=bool)
    if learned.judged is not None:
        judged[learned.judged.places] = True
    drawn = np.random.default_rng(SEED).permutation(total)
    order = np.lexsort((drawn, ~judged, learned.answers))
    counts = np.bincount(learned.answers, minlength=len(learned.model.labels))
    rank = np.empty(total)
    rank[order] = np.concatenate([np.arange(count) for count in counts])
    turn = np.where(rank < ALWAYS, 0, rank / counts[learned.answers])
    return np.sort(np.argsort(turn, kind="stable")[:most])


def rules(
    vectors: Vectors,
    answers: Numbers,
    *,
    names: Vectors,
    trust: NDArray[np.float64] | None = None,
) -> Rules:
    """Weights and biases for vectors as they are; the name of each label is one more example.

    `trust` says how much each vector counts; None means all the same.
    """
    if len(names) == 1:
        return np.zeros((vectors.shape[1], 1), np.float32), np.zeros(1, np.float32)
    everything = np.vstack([vectors, names])
    wanted = np.concatenate([answers, np.arange(len(names))])
    counts = None if trust is None else np.concatenate([trust, np.ones(len(names))])
    middle = everything.mean(axis=0)
    learned = LogisticRegression(C=1.0, max_iter=200)
    learned.fit((everything - middle) * STRETCH, wanted, sample_weight=counts)
    weights, starts = learned.coef_ * STRETCH, learned.intercept_
    if len(names) == 2:
        weights, starts = np.vstack([-weights, weights]) / 2, np.concatenate([-starts, starts]) / 2
    return weights.T.astype(np.float32), (starts - weights @ middle).astype(np.float32)


def _unseen(vectors: Vectors, answers: Numbers, folds: Numbers, *, names: Vectors) -> Shares:
    """Scores of each example by rules that had not seen those of its fold."""
    scores = np.zeros((len(answers), len(names)))
    for fold in np.unique(folds):
        unseen = folds == fold
        weights, bias = rules(vectors[~unseen], answers[~unseen], names=names)
        scores[unseen] = vectors[unseen] @ weights + bias
    return scores


def _loudness(
    judged: Judged, unseen: tuple[Shares, Shares], *, read: Numbers
) -> tuple[float, float, float]:
    """The weights of all three voices under which the right answers were the least surprising."""
    both, of_judged, of_read = np.intersect1d(judged.places, read, return_indices=True)
    voices = np.stack([judged.scores[of_judged], *(scores[of_read] for scores in unseen)])
    answers, rows = judged.answers[of_judged], np.arange(len(both))

    def surprise(loudness: NDArray[np.float64], /) -> float:
        shares = log_softmax(np.tensordot(loudness, voices, axes=1), axis=1)
        return float(-shares[rows, answers].mean())

    start, bounds = np.array([1.0, 0.5, 0.2]), ((0, LOUDEST),) * 3
    found = optimize.minimize(surprise, start, bounds=bounds)
    return float(found.x[0]), float(found.x[1]), float(found.x[2])
