"""What errors among so many cases say of the share of errors: exact, without approximation.

One-sided bounds by Clopper and Pearson (1934), from the beta distribution.
"""

from math import ceil, log

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta, binom

Counts = NDArray[np.intp]
Shares = NDArray[np.float64]


def chance_of_at_most(errors: Counts, n: Counts, share: Shares | float) -> Shares:
    """How often as few errors come about in n cases where this share, 0 to 1, is wrong."""
    return np.asarray(binom.cdf(errors, n, share), dtype=np.float64)


def upper_bound(errors: int, n: int, delta: float) -> float:
    """The share that the true one exceeds with a chance of at most delta; 1 of nothing."""
    if errors >= n:
        return 1.0
    return float(beta.ppf(1 - delta, errors + 1, n - errors))


def lower_bound(errors: int, n: int, delta: float) -> float:
    """The share that the true one falls short of with a chance of at most delta; 0 of nothing."""
    if errors <= 0:
        return 0.0
    return float(beta.ppf(delta, errors, n - errors + 1))


def between(hits: int, n: int, delta: float) -> tuple[float, float]:
    """Both bounds of a share: the true one lies outside with a chance of at most delta."""
    return lower_bound(hits, n, delta / 2), upper_bound(hits, n, delta / 2)


def most_errors(n: Counts, share: float, delta: float) -> Counts:
    """The most errors in n cases that still show that fewer than this share are wrong; -1: none.

    So few come about with a chance of at most delta where this share is wrong.
    """
    most = np.maximum(binom.ppf(delta, n, share), 0)
    return np.asarray(np.where(binom.cdf(most, n, share) <= delta, most, most - 1), dtype=np.intp)


def fewest_without_error(alpha: float, delta: float) -> int:
    """How many cases without any error show that fewer than alpha are wrong; both above 0."""
    return ceil(log(delta) / log(1 - alpha))
