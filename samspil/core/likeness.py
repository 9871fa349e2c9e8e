"""Which earlier texts lie nearest to one."""

from collections.abc import Sequence

import numpy as np

from samspil.core.embedding import Vectors

MOST = 3


def nearest(vector: Vectors, others: Vectors, *, same_language: Sequence[bool]) -> list[int]:
    """The places of at most three others, those in the same language first, the nearest first.

    There is no least nearness: between vectors of this kind it means something only beside others.
    Vectors of zeros are near to nothing.
    """
    if not len(others) or not vector.any():
        return []
    likeness = others @ vector
    told = np.flatnonzero(others.any(axis=1))
    order = sorted(told.tolist(), key=lambda at: (not same_language[at], -likeness[at], at))
    return order[:MOST]
