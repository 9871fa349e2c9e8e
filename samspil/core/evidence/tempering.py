"""AI's shares, made as sure as AI deserves."""

import numpy as np
import scipy  # loads what is asked for: few who start Samspil weigh shares

from samspil.core.evidence.habits import LEAST, Numbers, Places

WIDEST = 20.0
"""No temperature is further from 1 than this, up or down."""
ROUNDING = 1e-5
"""By so much the shares of a case may miss 1."""
CAUTION = 2.0
"""How strongly the temperature is drawn to 1; after few cases it stays close."""


def tempered(shares: Numbers, temperature: float) -> Numbers:
    """Shares of a row flattened (temperature above 1) or sharpened (below), adding up to 1.

    No share falls to 0: each answer keeps one in ten thousand, spread over all.
    """
    mended = np.exp(_logarithms(shares) / temperature)
    mended /= mended.sum(axis=1, keepdims=True)
    return np.asarray((1 - LEAST) * mended + LEAST / shares.shape[1], dtype=np.float64)


def temperature_of(shares: Numbers, truth: Places) -> float:
    """The temperature under which the true answers were likeliest (Guo et al., 2017); 1 of nothing.

    `shares` are those AI gave to cases it had not seen. Drawn to 1, so that a few cases that were
    all right do not make AI sure of itself.
    """
    check_shares(shares)
    if len(truth) and not 0 <= truth.min() <= truth.max() < shares.shape[1]:
        raise ValueError("A true answer is named that AI gives no share to.")
    known, rows = _logarithms(shares), np.arange(len(truth))

    def unlikely(logarithm: float) -> float:
        scores = known / np.exp(logarithm)
        each = scores[rows, truth] - np.log(np.exp(scores).sum(axis=1))
        return float(CAUTION * logarithm**2 - each.sum())

    reach = float(np.log(WIDEST))
    found = scipy.optimize.minimize_scalar(unlikely, bounds=(-reach, reach), method="bounded")
    return float(np.exp(found.x)) if len(truth) else 1.0


def check_shares(shares: Numbers) -> None:
    """Raise `ValueError` unless each row holds shares of at least two answers that add up to 1."""
    if shares.ndim != 2 or shares.shape[1] < 2:
        raise ValueError("AI must give a share to each of at least two answers.")
    if not np.all(np.isfinite(shares)) or np.any(shares < 0):
        raise ValueError("A share is missing or below 0.")
    if np.any(np.abs(shares.sum(axis=1) - 1) > ROUNDING):
        raise ValueError("The shares of a case do not add up to 1.")


def _logarithms(shares: Numbers) -> Numbers:
    """Of each row the largest is 0, so that no power of them grows beyond bounds."""
    logarithms = np.log(np.maximum(shares, 1e-12))
    return np.asarray(logarithms - logarithms.max(axis=1, keepdims=True), dtype=np.float64)
