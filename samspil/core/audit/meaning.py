"""Tasks of the ready library by what they mean: vectors kept small, and one order made of two.

Words find what is called the same; meaning finds what is the same and called otherwise, above all
in another language. Neither is right alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samspil.core.embedding import Vectors

AT_ONCE = 4_096
"""So many vectors are compared at once: 6 MB of whole numbers, however large the library is."""
FULL = 127
BY_WORDS, BY_MEANING = 1.0, 1.0
"""What either order weighs where both are made one; nothing was fitted."""
SOFTENS = 60
"""How slowly a place in an order loses its weight (Cormack and others, 2009)."""
Small = NDArray[np.int8]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Meanings:
    """Vectors of tasks, a row for each of `numbers`, in one byte a number; each row by its own
    largest, so that only its direction is kept."""

    numbers: NDArray[np.int32]
    rows: Small


def small(vectors: Vectors) -> Small:
    """Vectors in one byte a number; zeros stay zeros."""
    most = np.abs(vectors).max(axis=1, keepdims=True)
    shares = np.divide(vectors, most, where=most > 0, out=np.zeros_like(vectors))
    found: Small = np.rint(shares * FULL).astype(np.int8)
    return found


def nearest(meanings: Meanings, wanted: Vectors, *, most: int) -> list[int]:
    """Numbers of the tasks that mean nearly this, the nearest first; none for a vector of zeros."""
    if not wanted.any() or not len(meanings.numbers):
        return []
    found = np.empty(len(meanings.numbers), dtype=np.float32)
    for start in range(0, len(found), AT_ONCE):
        rows = meanings.rows[start : start + AT_ONCE].astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1)
        np.divide(rows @ wanted, lengths, where=lengths > 0, out=found[start : start + len(rows)])
    order = np.argsort(-found, kind="stable")[:most]
    return [int(one) for one in meanings.numbers[order]]


def joined(orders: Sequence[Sequence[int]], *, weights: Sequence[float], most: int) -> list[int]:
    """One order made of several: what stands high in any, and higher what stands high in more."""
    sums: dict[int, float] = {}
    for order, weight in zip(orders, weights, strict=True):
        for place, one in enumerate(order):
            sums[one] = sums.get(one, 0.0) + weight / (SOFTENS + place)
    return sorted(sums, key=lambda one: -sums[one])[:most]
