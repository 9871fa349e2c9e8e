"""How the classifier by meaning learns, and how all voices are weighed against each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy  # loads what is asked for: only who learns needs its optimizers
from numpy.typing import NDArray
from scipy.special import log_softmax

from samspil.core.embedding import Embedder, Vectors
from samspil.core.evidence.verified import Verified
from samspil.skills.triage.fitting import SEED, Numbers
from samspil.skills.triage.knowing import Answers, learn_sureness
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
MOST_READ = 36_000
"""So many examples are read at most: at some 40 a second, fifteen minutes."""
ALWAYS = 20
"""So many examples of a label are read however rare it is."""
LOUDEST = 50.0

Rules = tuple[Weights, Weights]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Material:
    """The examples that are read: their places, what they mean, and the labels' names."""

    places: Numbers
    vectors: Vectors
    lengths: NDArray[np.float64]
    answers: Numbers
    folds: Numbers
    names: Vectors


def learn_meaning(
    texts: Sequence[str], learned: Lesson, *, embedder: Embedder, most: int = MOST_READ
) -> Meaning:
    """Learn the same labels from the same examples, by what they mean; raises `NoEmbedding`.

    The name of each label counts as one more example of it.
    """
    material = read_examples(texts, learned, embedder=embedder, most=most)
    weights, bias = rules(material.vectors, material.answers, names=material.names)
    labels = learned.model.labels
    meaning = Meaning(
        labels=labels,
        embedder=embedder.name,
        weights=weights,
        bias=bias,
        words_speak=learned.model.sharpness,
        meaning_speaks=0.0,
        neighbours=Neighbours.of(material.vectors, material.answers, labels=len(labels)),
        neighbours_speak=0.0,
        examples=learned.model.examples,
    )
    return meaning if learned.judged is None else _weighed(meaning, material, learned.judged)


def read_examples(
    texts: Sequence[str], learned: Lesson, *, embedder: Embedder, most: int
) -> Material:
    """What is learned from; raises `NoEmbedding`."""
    places = _sample(learned, most=most)
    read = [texts[learned.kept[at]] for at in places]
    names = [label.replace("_", " ") for label in learned.model.labels]
    return Material(
        places=places,
        vectors=embedder.embed(read),
        lengths=np.array([len(text.split()) for text in read], dtype=np.float64),
        answers=learned.answers[places],
        folds=learned.folds[places],
        names=embedder.embed(names),
    )


def _weighed(meaning: Meaning, material: Material, judged: Judged) -> Meaning:
    """As loud as each voice deserves, and knowing how likely an answer is right."""
    given, truth, of_read = answers_unseen(meaning, material, judged)
    loudness = _loudness(given.voices, truth)
    given = replace(given, voices=given.voices * loudness[:, None, None])
    folds = (material.folds[of_read], material.folds)
    known, sure = learn_sureness(given, truth, neighbours=meaning.neighbours, folds=folds)
    return replace(
        meaning,
        words_speak=float(loudness[0]),
        meaning_speaks=float(loudness[1]),
        neighbours_speak=float(loudness[2]),
        known=known,
        earlier=Verified(sure=sure, wrong=given.said != truth),
    )


def answers_unseen(
    meaning: Meaning, material: Material, judged: Judged
) -> tuple[Answers, Numbers, Numbers]:
    """Answers to examples by voices that had not seen them, the truth, and their places in the
    material. The voices are as they come, none louder.
    """
    _, of_judged, of_read = np.intersect1d(judged.places, material.places, return_indices=True)
    near = meaning.neighbours.scores(material.vectors, folds=material.folds)
    given = Answers(
        voices=np.stack([judged.scores[of_judged], _unseen(material, of_read), near[of_read]]),
        vectors=material.vectors[of_read],
        lengths=material.lengths[of_read],
    )
    return given, material.answers[of_read], of_read


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
    from sklearn.linear_model import LogisticRegression  # half a second, and few learn

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


def _unseen(material: Material, places: Numbers) -> Shares:
    """Scores of the examples at these places by rules that had not seen those of their folds."""
    scores = np.zeros((len(material.answers), len(material.names)))
    for fold in np.unique(material.folds[places]):
        unseen = material.folds == fold
        vectors, answers = material.vectors[~unseen], material.answers[~unseen]
        weights, bias = rules(vectors, answers, names=material.names)
        scores[unseen] = material.vectors[unseen] @ weights + bias
    return scores[places]


def _loudness(voices: NDArray[np.float64], answers: Numbers) -> NDArray[np.float64]:
    """The weights of all three voices under which the right answers were the least surprising."""
    rows = np.arange(len(answers))

    def surprise(loudness: NDArray[np.float64], /) -> float:
        shares = log_softmax(np.tensordot(loudness, voices, axes=1), axis=1)
        return float(-shares[rows, answers].mean())

    start, bounds = np.array([1.0, 0.5, 0.2]), ((0, LOUDEST),) * 3
    return np.asarray(scipy.optimize.minimize(surprise, start, bounds=bounds).x, dtype=np.float64)
