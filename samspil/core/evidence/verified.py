"""Answers that people verified, and what they tell above any threshold."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samspil.core.evidence.binomial import Counts, Shares

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Verified:
    """Answers that people verified: how sure AI was, 0 to 1, and whether it was wrong."""

    sure: Shares
    wrong: Flags

    def __post_init__(self) -> None:
        if self.sure.shape != self.wrong.shape or self.sure.ndim != 1:
            raise ValueError("Each verified case needs one sureness and one verdict.")
        if not np.all((self.sure >= 0) & (self.sure <= 1)):
            raise ValueError("Sureness is a share from 0 to 1.")

    @classmethod
    def of(cls, answers: Iterable[tuple[float, bool]]) -> "Verified":
        """From how sure AI was of each answer, and whether it was wrong."""
        table = np.array([*answers], dtype=np.float64).reshape(-1, 2)
        return cls(sure=table[:, 0], wrong=table[:, 1] > 0)

    def __len__(self) -> int:
        return len(self.sure)

    def above(self, threshold: float) -> tuple[int, int]:
        """How many cases AI was surer of than this, and how many of those were wrong."""
        above, wrong = Ranked.of(self).above(np.array([threshold]))
        return int(above[0]), int(wrong[0])

    def only(self, kept: Flags) -> "Verified":
        """Those cases alone."""
        return Verified(sure=self.sure[kept], wrong=self.wrong[kept])


NOTHING = Verified(sure=np.zeros(0), wrong=np.zeros(0, dtype=bool))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranked:
    """Sureness rising, and how many were wrong among the surest 0, 1, 2, …"""

    rising: Shares
    wrong_of_surest: Counts

    @classmethod
    def of(cls, verified: Verified) -> "Ranked":
        order = np.argsort(verified.sure, kind="stable")
        wrong = np.concatenate([[0], np.cumsum(verified.wrong[order][::-1])]).astype(np.intp)
        return cls(rising=verified.sure[order], wrong_of_surest=wrong)

    def above(self, thresholds: Shares) -> tuple[Counts, Counts]:
        """How many are surer than each threshold, and how many of those were wrong."""
        above = len(self.rising) - np.searchsorted(self.rising, thresholds, side="right")
        return above, self.wrong_of_surest[above]

    def thresholds_at(self, shares: Shares) -> Shares:
        """The sureness that each share of the cases exceeds; 0 for all of them."""
        return self.thresholds_of(np.round(shares * len(self.rising)).astype(np.intp))

    def thresholds_of(self, counts: Counts) -> Shares:
        """The sureness that so many of the surest exceed."""
        falling = np.concatenate([self.rising[::-1], [0.0]])
        return falling[np.minimum(counts, len(self.rising))]

    def risk_at(self, shares: Shares) -> Shares:
        """What of each share is wrong, with half a wrong one more so that it is never 0."""
        above, wrong = self.above(self.thresholds_at(shares))
        return np.asarray((wrong + 0.5) / (above + 1), dtype=np.float64)
