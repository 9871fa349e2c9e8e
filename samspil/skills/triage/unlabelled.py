"""Learn from few labelled examples and from many messages that nobody has labelled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from samspil.core.embedding import Embedder, Vectors
from samspil.core.topics import are_few
from samspil.skills.triage.fitting import Numbers, fit
from samspil.skills.triage.grams import Kind, occurrences, tokens
from samspil.skills.triage.guessing import Neighbourhood, guess
from samspil.skills.triage.meaning import Meaning
from samspil.skills.triage.meaning_training import Rules, rules
from samspil.skills.triage.model import Shares, TriageModel
from samspil.skills.triage.neighbours import Neighbours
from samspil.skills.triage.sureness import Judged, as_if_unseen, deal, sharpness
from samspil.skills.triage.training import NothingToLearn
from samspil.skills.triage.view import View, learn_view

FOLDS = 4
MOST_TEXTS = 12_000
"""So many are read at most: at some 40 a second, five minutes."""
WORDS_IN_FIRST, WORDS_IN_LAST = 2.0, 4.0
"""How loud words speak beside meaning, in the first guess and in the end, found on examples set
aside: too few have a label to find it out each time anew."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Material:
    """What there is to learn from: labelled texts first, then those without a label.

    `vectors` end with those of the labels' names, and so do `blended`, the same as neighbours tell
    them; `answers` and `folds` count labelled texts only.
    """

    labels: tuple[str, ...]
    answers: Numbers
    folds: Numbers
    views: tuple[View, ...]
    counts: tuple[sparse.csr_matrix, ...]
    vectors: Vectors
    blended: Vectors
    near: Neighbourhood

    @property
    def texts(self) -> int:
        """How many there are, with a label and without."""
        return int(self.counts[0].shape[0])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Learned:
    """Both rules, and what they say of all texts."""

    by_words: Rules
    by_meaning: Rules
    words: Shares
    meaning: Shares


def helps(labels: Sequence[str], unlabelled: Sequence[str]) -> bool:
    """Whether messages without a label are worth the minutes that learning from them takes."""
    return are_few(labels) and len(unlabelled) > len(set(labels))


def learn_both(
    texts: Sequence[str], labels: Sequence[str], unlabelled: Sequence[str], *, embedder: Embedder
) -> tuple[TriageModel, Meaning]:
    """Learn words and meaning; the same texts in the same order give the same.

    How sure they may be is known from labelled examples alone, each judged by rules that had not
    seen its label, nor any guess that went by it. Raises `NothingToLearn` and `NoEmbedding`.
    """
    material = _material(texts, labels, unlabelled, embedder=embedder)
    judged, meaning_unseen = _judged(material)
    learned = _learn(material, hidden=np.zeros(len(material.answers), dtype=bool))
    together = replace(judged, scores=judged.scores * WORDS_IN_LAST + meaning_unseen)
    loudness = sharpness(together)
    model = TriageModel(
        labels=material.labels,
        views=material.views,
        weights=learned.by_words[0],
        bias=learned.by_words[1],
        sharpness=sharpness(judged),
        examples=len(material.answers),
    )
    meaning = Meaning(
        labels=material.labels,
        embedder=embedder.name,
        weights=learned.by_meaning[0],
        bias=learned.by_meaning[1],
        words_speak=WORDS_IN_LAST * loudness,
        meaning_speaks=loudness,
        neighbours=_nobody(material),
        neighbours_speak=0.0,
        examples=len(material.answers),
    )
    return model, meaning


def _nobody(material: Material) -> Neighbours:
    """Neighbours were listened to already when labels were guessed."""
    none = np.zeros(0, dtype=np.intp)
    return Neighbours.of(material.vectors[:0], none, labels=len(material.labels))


def _material(
    texts: Sequence[str], labels: Sequence[str], unlabelled: Sequence[str], *, embedder: Embedder
) -> Material:
    pairs = [(text, label) for text, label in zip(texts, labels, strict=True) if tokens(text)]
    if not pairs:
        raise NothingToLearn("None of the examples holds a word.")
    known = {text for text, _ in pairs}
    fresh = (text for text in dict.fromkeys(unlabelled) if text not in known and tokens(text))
    every = [*(text for text, _ in pairs), *fresh][:MOST_TEXTS]
    seen = [[token.form for token in tokens(text)] for text in every]
    names = tuple(sorted({label for _, label in pairs}))
    answers = np.array([names.index(label) for _, label in pairs], dtype=np.intp)
    labelled, rest = seen[: len(pairs)], seen[len(pairs) :]
    views = tuple(learn_view(kind, labelled, unlabelled=rest) for kind in Kind)
    vectors = embedder.embed([*every, *(name.replace("_", " ") for name in names)])
    near = Neighbourhood.of(vectors)
    return Material(
        labels=names,
        answers=answers,
        folds=deal(labelled, answers, origins=None) % FOLDS,
        views=views,
        counts=tuple(
            view.counts(occurrences(view.kind, seen, view.vocabulary), rows=len(seen))
            for view in views
        ),
        vectors=vectors,
        blended=near.blend(vectors),
        near=near,
    )


def _judged(material: Material) -> tuple[Judged, Shares]:
    """Scores of labelled examples, by words and by meaning, from rules that had not seen them."""
    words = np.full((len(material.answers), len(material.labels)), -1.0)
    meaning = np.zeros_like(words)
    for fold in np.unique(material.folds):
        hidden = material.folds == fold
        if not hidden.all():
            learned = _learn(material, hidden=hidden)
            places = np.flatnonzero(hidden)
            words[places], meaning[places] = learned.words[places], learned.meaning[places]
    everyone = np.arange(len(material.answers))
    return Judged(places=everyone, scores=words, answers=material.answers), meaning


def _learn(material: Material, *, hidden: NDArray[np.bool_]) -> Learned:
    """Guess, then learn from labels and guesses alike; the hidden examples' labels are not read."""
    given = np.flatnonzero(~hidden)
    said, trust = _guesses(material, given)
    shown = np.ones(material.texts, dtype=bool)
    shown[: len(hidden)] = ~hidden
    grams = as_if_unseen(material.counts, ~shown)
    labels, texts = len(material.labels), material.vectors[: material.texts]
    by_words = fit(grams[shown], said[shown], labels=labels, spaces=0, trust=trust[shown])
    names = material.vectors[material.texts :]
    by_meaning = rules(texts[shown], said[shown], names=names, trust=trust[shown])
    return Learned(
        by_words=by_words,
        by_meaning=by_meaning,
        words=np.asarray(grams @ by_words[0] + by_words[1], dtype=np.float64),
        meaning=np.asarray(texts @ by_meaning[0] + by_meaning[1], dtype=np.float64),
    )


def _guesses(material: Material, given: Numbers) -> tuple[Numbers, NDArray[np.float64]]:
    """A label for every text and how far to trust it, from the labels that are given."""
    labels, answers = len(material.labels), material.answers[given]
    names = material.blended[material.texts :]
    weights, bias = rules(material.blended[given], answers, names=names)
    scores = np.asarray(material.blended @ weights + bias, dtype=np.float64)
    others = np.ones(material.texts, dtype=bool)
    others[given] = False
    grams = as_if_unseen(material.counts, others)
    weights, bias = fit(grams[given], answers, labels=labels, spaces=0)
    scores[: material.texts] += WORDS_IN_FIRST * (grams @ weights + bias)
    anchors = np.concatenate([given, material.texts + np.arange(labels)])
    known = np.concatenate([answers, np.arange(labels)])
    said, trust = guess(material.near, given=anchors, answers=known, scores=scores)
    return said[: material.texts], trust[: material.texts]
