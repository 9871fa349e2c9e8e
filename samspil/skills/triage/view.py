"""One view of texts: counts of grams of one kind, where rare grams weigh more, as unit vectors."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from samspil.skills.triage.grams import UNKNOWN, Kind, Occurrences, grams

Weights = NDArray[np.float32]

LEAST_TEXTS = {Kind.WORDS: 1, Kind.PAIRS: 2, Kind.PIECES: 1}
"""A gram found in fewer texts is not learned."""
LEAST_UNLABELLED = 5
"""What only messages outside the examples hold is learned from so many on: never a single name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The known grams of a kind, by number, and the weight of each by rarity."""

    kind: Kind
    vocabulary: Mapping[str, int]
    rarity: Weights

    def vectors(self, seen: Occurrences, *, rows: int) -> sparse.csr_matrix:
        """One unit vector for each text, all zeros where no gram is known."""
        return weighed(self.counts(seen, rows=rows), self.rarity)

    def counts(self, seen: Occurrences, *, rows: int) -> sparse.csr_matrix:
        """How often each text holds each known gram."""
        known = seen.gram != UNKNOWN
        ones = np.ones(int(known.sum()), dtype=np.float32)
        places = (seen.row[known], seen.gram[known])
        return sparse.csr_matrix((ones, places), shape=(rows, len(self.rarity)))


def weighed(counts: sparse.csr_matrix, rarity: Weights) -> sparse.csr_matrix:
    """Counts as unit vectors, where rare grams weigh more; grams of rarity 0 count for nothing."""
    vectors = counts.copy()
    vectors.data = (1 + np.log(counts.data)) * rarity[counts.indices]
    squares = np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel()
    scale = 1 / np.sqrt(np.maximum(squares, 1e-12))
    vectors.data *= np.repeat(scale, np.diff(counts.indptr)).astype(np.float32)
    vectors.eliminate_zeros()
    return vectors


def rarity_among(counts: sparse.csr_matrix, *, kind: Kind) -> Weights:
    """How rare each gram is in these texts; 0 for those in too few of them to be learned."""
    found = np.bincount(counts.indices, minlength=counts.shape[1])
    return np.where(found >= LEAST_TEXTS[kind], _rarity(found, texts=counts.shape[0]), 0)


def _rarity(found: NDArray[np.intp], *, texts: int) -> Weights:
    """The smoothed logarithm of one over the share of texts."""
    return (np.log((1 + texts) / (1 + found)) + 1).astype(np.float32)


def learn_view(
    kind: Kind, seen: Sequence[Sequence[str]], *, unlabelled: Sequence[Sequence[str]] = ()
) -> View:
    """The view of these texts' grams, and of what many unlabelled texts share."""
    in_examples = _texts_with(kind, seen)
    texts_with = in_examples + _texts_with(kind, unlabelled) if unlabelled else in_examples
    kept = sorted(
        gram
        for gram, texts in texts_with.items()
        if in_examples[gram] >= LEAST_TEXTS[kind] or texts >= LEAST_UNLABELLED
    )
    found = np.array([texts_with[gram] for gram in kept], dtype=np.intp)
    return View(
        kind=kind,
        vocabulary={gram: number for number, gram in enumerate(kept)},
        rarity=_rarity(found, texts=len(seen) + len(unlabelled)),
    )


def _texts_with(kind: Kind, seen: Sequence[Sequence[str]]) -> Counter[str]:
    """How many texts hold each gram."""
    found: Counter[str] = Counter()
    for forms in seen:
        found.update({gram for each in grams(kind, forms) for gram in each})
    return found
