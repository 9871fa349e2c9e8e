"""Choose sentences one after the other, each the one that adds most for its length.

What a choice is worth grows ever more slowly, both with a word that was said already and with a
section that spoke already: repetition and one loud section gain little. For such functions greedy
choice comes near the best (Lin and Bilmes, 2011), and what was chosen for a short summary is part
of every longer one.
"""

import heapq
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Numbers = NDArray[np.float64]
SECTIONS = 1.0
"""What the sections' own worth counts beside the words'."""
LONG = 0.8
"""How much length is held against a sentence: 0 not at all, 1 in full."""


def chosen(
    rows: sparse.csr_matrix,
    weights: Numbers,
    *,
    groups: Sequence[int],
    lengths: Sequence[int],
    budget: int,
    first: int | None = None,
    sections: float = SECTIONS,
    long: float = LONG,
) -> Iterator[int]:
    """The numbers of the sentences, the best first, until their words would exceed the budget.

    `first` is chosen before all others.
    """
    order = np.asarray(groups)
    said = np.zeros(rows.shape[1])
    spoken = np.zeros(int(order.max()) + 1)
    total = np.asarray(rows.sum(axis=0)).ravel()
    shares = total / max(float(total.sum()), 1e-9)
    costs = np.power(np.maximum(np.asarray(lengths, dtype=float), 1), long)
    size = np.bincount(order, weights=np.asarray(weights), minlength=len(spoken))
    part = np.sqrt(size) / max(float(np.sqrt(size).sum()), 1e-9)

    def gain(at: int) -> float:
        begin, end = rows.indptr[at], rows.indptr[at + 1]
        words, much = rows.indices[begin:end], rows.data[begin:end]
        fresh = float(shares[words] @ (np.sqrt(said[words] + much) - np.sqrt(said[words])))
        group = order[at]
        heard = float(np.sqrt(spoken[group] + weights[at]) - np.sqrt(spoken[group]))
        return float((fresh * weights[at] + sections * part[group] * heard) / costs[at])

    ahead = float("inf")
    waiting = [(-ahead if at == first else -gain(at), at) for at in range(rows.shape[0])]
    heapq.heapify(waiting)
    left = budget
    while waiting:
        _worth, at = heapq.heappop(waiting)
        if lengths[at] > left:
            continue
        now = gain(at)
        if at != first and waiting and -now > waiting[0][0] + 1e-12:
            heapq.heappush(waiting, (-now, at))
            continue
        begin, end = rows.indptr[at], rows.indptr[at + 1]
        said[rows.indices[begin:end]] += rows.data[begin:end]
        spoken[order[at]] += weights[at]
        left -= lengths[at]
        yield at
