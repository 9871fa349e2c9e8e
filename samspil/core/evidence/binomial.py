"""What errors among so many cases say of the share of errors: exact, without approximation.

One-sided bounds by Clopper and Pearson (1934), from the beta distribution. Its functions are called
themselves: `scipy.stats` says the same, takes a second to load, and every process would load it.
"""

from math import ceil, log

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtrik, betaincc, betaincinv

Counts = NDArray[np.intp]
Shares = NDArray[np.float64]


def chance_of_at_most(errors: Counts, n: Counts, share: Shares | float) -> Shares:
    """How often as few errors come about in n cases where this share, 0 to 1, is wrong."""
    so_few = betaincc(errors + 1, np.maximum(n - errors, 1), share)
    return np.asarray(np.where(errors < n, so_few, 1.0), dtype=np.float64)


def upper_bound(errors: int, n: int, delta: float) -> float:
    """The share that the true one exceeds with a chance of at most delta; 1 of nothing."""
    if errors >= n:
        return 1.0
    return float(betaincinv(errors + 1, n - errors, 1 - delta))


def lower_bound(errors: int, n: int, delta: float) -> float:
    """The share that the true one falls short of with a chance of at most delta; 0 of nothing."""
    if errors <= 0:
        return 0.0
    return float(betaincinv(errors, n - errors + 1, delta))


def between(hits: int, n: int, delta: float) -> tuple[float, float]:
    """Both bounds of a share: the true one lies outside with a chance of at most delta."""
    return lower_bound(hits, n, delta / 2), upper_bound(hits, n, delta / 2)


def most_errors(n: Counts, share: float, delta: float) -> Counts:
    """The most errors in n cases that still show that fewer than this share are wrong; -1: none.

    So few come about with a chance of at most delta where this share is wrong.
    """
    most = np.nan_to_num(np.floor(bdtrik(delta, n, share))).astype(np.intp) + 1
    for _ in range(2):  # one too many at first, and one more where it was rounded up
        most = np.where(chance_of_at_most(most, n, share) <= delta, most, most - 1)
    return most


def fewest_without_error(alpha: float, delta: float) -> int:
    """How many cases without any error show that fewer than alpha are wrong; both above 0."""
    return ceil(log(delta) / log(1 - alpha))
