"""What a process has seen, as far as it tells what would be."""

from dataclasses import dataclass

import numpy as np

from samspil.core.evidence.habits import Flags, Numbers, Places

LAID_ASIDE = 10
"""Who holds a case so many times as long as half of all cases take has laid it aside meanwhile."""

ENOUGH = 5_000
"""Drawing more minutes than so many from those that are known tells nothing more."""


def worked(held: Numbers) -> Numbers:
    """What people worked on cases that they held so many minutes: what is past `LAID_ASIDE` times
    the median does not count. Empty of none."""
    return np.minimum(held, LAID_ASIDE * np.median(held)) if len(held) else held


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class History:
    """What a process has seen.

    `sure`, `wrong` and `minutes` have a place for each case that was verified, drawn by chance from
    those no hard rule claims: how sure AI was (0 to 1), whether it was wrong, what people took.
    `day` and `claimed` have one for each case that arrived: its day, a whole number, and whether a
    hard rule sent it to people; `claimed_minutes` is what people took for some of those. `until` is
    the last day that is over.
    """

    sure: Numbers
    wrong: Flags
    minutes: Numbers
    day: Places
    claimed: Flags
    claimed_minutes: Numbers
    until: int

    def __post_init__(self) -> None:
        if not self.sure.shape == self.wrong.shape == self.minutes.shape:
            raise ValueError("Each verified case needs a sureness, a verdict and its minutes.")
        if self.day.shape != self.claimed.shape or np.any(self.day > self.until):
            raise ValueError("Each arrival needs a day that is over, and whether a rule claims it.")
        if not np.all((self.sure >= 0) & (self.sure <= 1)):
            raise ValueError("Sureness is a share from 0 to 1.")
        taken = np.concatenate([self.minutes, self.claimed_minutes])
        if not np.all(np.isfinite(taken)) or np.any(taken <= 0):
            raise ValueError("A case took more than 0 minutes.")

    @property
    def free(self) -> float:
        """The share of arrivals that no hard rule claims, 0 to 1; 1 of nothing."""
        return 1 - float(self.claimed.mean()) if len(self.claimed) else 1.0

    def arrived(self) -> tuple[Places, Places]:
        """Every day from the first to the last that is over, and how many arrived on each."""
        if not len(self.day):
            return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp)
        first = int(self.day.min())
        days = np.arange(first, self.until + 1)
        return days, np.bincount(self.day - first, minlength=len(days))

    def minutes_left(self, left: Numbers, chance: np.random.Generator) -> Numbers:
        """Minutes of cases as people would get them, as many as are known, or `ENOUGH`.

        `left` is how likely each verified case comes to people. Where none of the claimed ones was
        timed, they are taken to be like the others.
        """
        known = self.claimed_minutes if len(self.claimed_minutes) else self.minutes
        values = np.concatenate([self.minutes, known])
        verified = self.free * left / max(1, len(self.minutes))
        claimed = np.full(len(known), (1 - self.free) / max(1, len(known)))
        weights = np.concatenate([verified, claimed])
        many = min(len(values), ENOUGH)
        if not weights.sum():
            return values[:many]
        return chance.choice(values, many, p=weights / weights.sum())
