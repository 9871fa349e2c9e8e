"""Which earlier texts lie nearest to one."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from samspil.core.embedding import Vectors

MOST = 3
FIRST = 4.0
"""More than two vectors of length 1 can differ in nearness."""


def nearest(
    vector: Vectors, others: Vectors, *, same_language: Sequence[bool] | NDArray[np.bool_]
) -> list[int]:
    """The places of at most three others, those in the same language first, the nearest first.

    There is no least nearness: between vectors of this kind it means something only beside others.
    Vectors of zeros are near to nothing.
    """
    if not len(others) or not vector.any():
        return []
    likeness = others @ vector + FIRST * np.asarray(same_language)
    likeness[~others.any(axis=1)] = -FIRST
    best = np.argpartition(-likeness, min(MOST, len(others) - 1))[:MOST]
    order = sorted(best.tolist(), key=lambda at: (-likeness[at], at))
    return [at for at in order if likeness[at] > -FIRST]
