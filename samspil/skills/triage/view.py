"""One view of texts: counts of grams of one kind, where rare grams weigh more, as unit vectors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from samspil.skills.triage.grams import UNKNOWN, Kind, Occurrences, grams

Weights = NDArray[np.float32]

LEAST_TEXTS = {Kind.WORDS: 1, Kind.PAIRS: 2, Kind.PIECES: 1}
"""A gram found in fewer texts is not learned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The known grams of a kind, by number, and the weight of each by rarity."""

    kind: Kind
    vocabulary: Mapping[str, int]
    rarity: Weights

    def vectors(self, seen: Occurrences, *, rows: int) -> sparse.csr_matrix:
        """One unit vector for each text, all zeros where no gram is known."""
        known = seen.gram != UNKNOWN
        ones = np.ones(int(known.sum()), dtype=np.float32)
        places = (seen.row[known], seen.gram[known])
        counts = sparse.csr_matrix((ones, places), shape=(rows, len(self.rarity)))
        counts.data = (1 + np.log(counts.data)) * self.rarity[counts.indices]
        squares = np.asarray(counts.multiply(counts).sum(axis=1)).ravel()
        scale = 1 / np.sqrt(np.maximum(squares, 1e-12))
        counts.data *= np.repeat(scale, np.diff(counts.indptr)).astype(np.float32)
        return counts


def learn_view(kind: Kind, seen: Sequence[Sequence[str]]) -> View:
    """The view of these texts' grams: rarity is the smoothed logarithm of one over the share."""
    texts_with: dict[str, int] = {}
    for forms in seen:
        for gram in {gram for each in grams(kind, forms) for gram in each}:
            texts_with[gram] = texts_with.get(gram, 0) + 1
    kept = sorted(gram for gram, texts in texts_with.items() if texts >= LEAST_TEXTS[kind])
    found = np.array([texts_with[gram] for gram in kept], dtype=np.float64)
    rarity = np.log((1 + len(seen)) / (1 + found)) + 1
    return View(
        kind=kind,
        vocabulary={gram: number for number, gram in enumerate(kept)},
        rarity=rarity.astype(np.float32),
    )
