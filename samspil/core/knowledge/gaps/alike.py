"""How alike questions are, and which of them mean the same.

The weights were chosen on the test parts of MASSIVE and Banking77; `python -m bench.gaps` shows
how they do on questions they were not chosen on.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy  # loads what is asked for: few who start Samspil draw the map
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from samspil.core.embedding import Vectors
from samspil.core.knowledge.question import question_of
from samspil.core.words import stem

BY_WORDS = 0.2
"""How much the likeness by words counts beside the one in meaning, which counts the rest."""
NEAR = 0.16
"""Topics at least so alike, on average over their questions, are one."""
NEAR_BY_WORDS = 0.08
"""The same without an embedding."""
BEGINNING, BEGINS = 4, 0.8
"""Letters of a word's beginning, and how much it counts that two words share it."""

Likeness = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """A question; `weeks` ago, 0 for this week; `good`: it was answered and nobody complained.

    `near` are the keys of the documents that came nearest, the nearest first. `vector` is of
    length 1, None where there is no embedding.
    """

    text: str
    weeks: int
    good: bool
    near: tuple[str, ...] = ()
    vector: Vectors | None = None


def groups_of(asked: Sequence[Asked]) -> tuple[list[int], Likeness]:
    """The group of each question, and how alike every two are."""
    like = likeness(asked)
    return grouped(like, near=NEAR if _vectors(asked) is not None else NEAR_BY_WORDS), like


def likeness(asked: Sequence[Asked]) -> Likeness:
    """How alike every two questions are, from 0 to 1."""
    lexical = _by_words(asked)
    vectors = _vectors(asked)
    if vectors is None:
        return lexical
    centred = _centred(vectors, [question_of(one.text).language for one in asked])
    meaning = np.clip(centred @ centred.T, 0.0, 1.0)
    return np.asarray(BY_WORDS * lexical + (1 - BY_WORDS) * meaning, dtype=np.float64)


def grouped(like: Likeness, *, near: float) -> list[int]:
    """The group of each question: average linkage (Sokal and Michener, 1958), cut at `near`."""
    if len(like) < 2:
        return [0] * len(like)
    apart = 1.0 - like
    apart = np.clip((apart + apart.T) / 2, 0.0, None)
    np.fill_diagonal(apart, 0.0)
    hierarchy, squareform = scipy.cluster.hierarchy, scipy.spatial.distance.squareform
    tree = hierarchy.linkage(squareform(apart, checks=False), method="average")
    return [int(group) for group in hierarchy.fcluster(tree, t=1 - near, criterion="distance")]


def _vectors(asked: Sequence[Asked]) -> Vectors | None:
    rows = [one.vector for one in asked]
    if not rows or any(row is None for row in rows):
        return None
    return np.asarray(rows, dtype=np.float32)


def _centred(vectors: Vectors, languages: Sequence[str]) -> Vectors:
    """Without what all questions of a language share, which is most of a vector."""
    out = np.empty_like(vectors)
    spoken = np.asarray(languages)
    for language in set(languages):
        of_it = spoken == language
        out[of_it] = vectors[of_it] - vectors[of_it].mean(axis=0)
    norms = np.linalg.norm(out, axis=1, keepdims=True)
    return np.asarray(out / np.where(norms > 0, norms, 1.0), dtype=np.float32)


def _by_words(asked: Sequence[Asked]) -> Likeness:
    """The cosine of their words, things and beginnings, each as heavy as it is rare."""
    held = [{**dict.fromkeys(_keys(one.text), 1.0), **_beginnings(one.text)} for one in asked]
    seen = Counter(key for keys in held for key in keys)
    places = {key: place for place, key in enumerate(seen)}
    rows, columns, values = [], [], []
    for row, keys in enumerate(held):
        for key, weight in keys.items():
            rows.append(row)
            columns.append(places[key])
            values.append(weight * math.log1p(len(held) / seen[key]))
    shape = (len(held), max(1, len(places)))
    matrix = csr_matrix((values, (rows, columns)), shape=shape, dtype=np.float64)
    from sklearn.preprocessing import normalize  # takes half a second to load

    scaled = normalize(matrix)
    return np.asarray((scaled @ scaled.T).toarray(), dtype=np.float64)


def _keys(text: str) -> set[str]:
    """The stems of its words and the things they may mean."""
    asked = question_of(text)
    stems = {stem(one.word, asked.language) for one in asked.wanted}
    return stems | {f"#{thing}" for one in asked.wanted for thing in one.things}


def _beginnings(text: str) -> dict[str, float]:
    """What its words begin with, so that to park, parked cars and a parking place are alike."""
    words = (one.word for one in question_of(text).wanted if len(one.word) >= BEGINNING)
    return {f"^{word[:BEGINNING]}": BEGINS for word in words}
