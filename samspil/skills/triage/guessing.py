"""Guess the labels of messages that nobody has labelled from the few that somebody has.

A rule learned from few examples is often wrong, but messages that mean nearly the same mostly have
the same label: each message takes on what its neighbours seem to be, again and again.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import softmax

from samspil.core.embedding import Vectors
from samspil.skills.triage.fitting import Numbers
from samspil.skills.triage.model import Shares

NEIGHBOURS = 12
NEARER = 4
"""Links are as strong as nearness to this power, so that the nearest count most."""
HEARSAY = 0.9
"""How much a message goes by its neighbours in each round, and how little by itself."""
ROUNDS = 20
BLENDED = 6
"""Rounds in which meanings blend: more of them wash away what parts topics that lie close."""
SHARPER = 2.0
AT_ONCE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Neighbourhood:
    """Which texts lie near each other; `links` holds a row and a column for each text."""

    links: sparse.csr_matrix

    @classmethod
    def of(cls, vectors: Vectors) -> "Neighbourhood":
        """Link each text with those that mean most nearly the same."""
        apart = vectors - vectors.mean(axis=0)
        lengths = np.linalg.norm(apart, axis=1, keepdims=True)
        np.divide(apart, lengths, out=apart, where=lengths > 0)
        near, nearness = _nearest(apart, many=min(NEIGHBOURS, len(vectors) - 1))
        places = (np.repeat(np.arange(len(vectors)), near.shape[1]), near.ravel())
        strength = np.maximum(nearness, 0).ravel() ** NEARER
        one_way = sparse.csr_matrix((strength, places), shape=(len(vectors), len(vectors)))
        return cls(links=_evened(one_way + one_way.T))

    def blend(self, vectors: Vectors) -> Vectors:
        """What each text means once all have heard their neighbours: around zero, and as far apart
        in all as the vectors were. A rule that parts a few of these parts the others better.
        """
        strength = np.asarray(self.links.sum(axis=1)).ravel()
        heard = sparse.diags(1 / np.maximum(strength, 1e-9)) @ self.links
        alone = sparse.diags((strength <= 0).astype(float))
        blended = vectors
        for _ in range(BLENDED):
            blended = HEARSAY * ((heard + alone) @ blended) + (1 - HEARSAY) * vectors
        apart, before = blended - blended.mean(axis=0), vectors - vectors.mean(axis=0)
        spread = np.linalg.norm(before) / max(float(np.linalg.norm(apart)), 1e-12)
        return np.asarray(apart * spread, dtype=np.float32)

    def settle(self, first: Shares) -> Shares:
        """What each text seems to be once all have heard their neighbours, as shares."""
        shares = first
        for _ in range(ROUNDS):
            shares = HEARSAY * (self.links @ shares) + (1 - HEARSAY) * first
        totals = shares.sum(axis=1, keepdims=True)
        return np.asarray(shares / np.maximum(totals, 1e-12), dtype=np.float64)


def guess(
    near: Neighbourhood, *, given: Numbers, answers: Numbers, scores: Shares
) -> tuple[Numbers, NDArray[np.float64]]:
    """A label for each text, and from 0 to 1 how far it may be trusted.

    `given` are the places of texts whose labels, `answers`, are known and stay; `scores` are those
    of a first rule for all texts.
    """
    first = softmax(scores * SHARPER, axis=1)
    first[given] = np.eye(scores.shape[1])[answers]
    settled = near.settle(first)
    said, trust = settled.argmax(axis=1), settled.max(axis=1)
    said[given], trust[given] = answers, 1.0
    return said, trust


def _nearest(vectors: Vectors, *, many: int) -> tuple[Numbers, Vectors]:
    """For each text the places of its nearest others, and how near they are."""
    places, nearness = [], []
    for start in range(0, len(vectors), AT_ONCE):
        near = vectors[start : start + AT_ONCE] @ vectors.T
        rows = np.arange(len(near))
        near[rows, start + rows] = -np.inf
        chosen = np.argpartition(-near, many - 1, axis=1)[:, :many]
        places.append(chosen)
        nearness.append(np.take_along_axis(near, chosen, axis=1))
    return np.vstack(places), np.vstack(nearness)


def _evened(links: sparse.csr_matrix) -> sparse.csr_matrix:
    """The same links, where texts with many neighbours do not shout the others down."""
    strength = np.asarray(links.sum(axis=1)).ravel()
    scale = sparse.diags(1 / np.sqrt(np.maximum(strength, 1e-9)))
    return sparse.csr_matrix(scale @ links @ scale)
