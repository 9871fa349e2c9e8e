"""What reviewers miss, and whether checks are still looked at: of teams, never of one person.

Now and then a known wrong answer is planted among the checks. How many of those are noticed says
how many real errors go unnoticed (Rogan and Gladen, 1978). No name comes in here and none leaves:
fewer than five people together are not spoken of at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

import numpy as np
import scipy  # loads what is asked for: its statistics take a second
from numpy.typing import NDArray

from samspil.core.anonymity import check_enough
from samspil.core.evidence.binomial import Shares, between
from samspil.core.shares import Share

LEAST_LOOKS = 30
"""Of fewer looks nothing is said."""
UNEDITED, HASTY_S, UNRELATED = 0.98, 8.0, 0.1
"""Signs of looks without looking: nearly nothing is changed, looks are short, and long cases
take no longer than short ones (rank correlation)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """Of the planted wrong answers so many were noticed; `low` and `high` hold the share (95 %)."""

    noticed: int
    planted: int
    low: float
    high: float

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nothing was planted."""
        return Share(hits=self.noticed, n=self.planted).value


def detection(*, noticed: int, planted: int, people: int) -> Detection:
    """How much a team notices; from 0 to 1 where nothing was planted."""
    check_enough(people)
    if not 0 <= noticed <= planted:
        raise ValueError("Of the planted answers at least none and at most all were noticed.")
    low, high = between(noticed, planted, 0.05)
    return Detection(noticed=noticed, planted=planted, low=low, high=high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The share wrong once what was missed is counted; None where nobody can tell.

    `low` and `high` hold it in at least 90 of 100 times: both intervals must, each 95.
    """

    value: float | None
    low: float
    high: float


def correct(
    *, found: float, low: float, high: float, noticed: Detection, false_finds: float = 0.0
) -> Corrected:
    """What a found share of errors, with its interval, says of the true one.

    `false_finds`: the share of right answers that reviewers call wrong. True = (found - false) /
    (noticed - false). Where reviewers may notice no more than they invent, anything may be true.
    """
    if not (0 <= low <= found <= high <= 1 and 0 <= false_finds < 1):
        raise ValueError("Shares lie between 0 and 1, the found one within its interval.")
    return Corrected(
        value=_true(found, noticed.share, false_finds, blind=None),
        low=_true(low, noticed.high, false_finds, blind=0.0) or 0.0,
        high=_true(high, noticed.low, false_finds, blind=1.0) or 0.0,
    )


def _true(
    found: float, noticed: float | None, false_finds: float, *, blind: float | None
) -> float | None:
    if noticed is None or noticed <= false_finds:
        return blind
    return min(1.0, max(0.0, (found - false_finds) / (noticed - false_finds)))


class Sign(StrEnum):
    """What may mean that checks are waved through."""

    NOTHING_CHANGED = "nothing_changed"
    SHORT_LOOKS = "short_looks"
    LENGTH_IGNORED = "length_ignored"


WORDS = {
    Sign.NOTHING_CHANGED: "{percent} in 100 proposals are taken as they are.",
    Sign.SHORT_LOOKS: "Half of the looks take less than {seconds} seconds.",
    Sign.LENGTH_IGNORED: "Long cases are looked at no longer than short ones.",
}
"""English sentences; translations use the same sentence as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """Looks of one team: how many took the proposal as it was, seconds on case, its characters."""

    unedited: int
    seconds: Sequence[float]
    lengths: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """How a team looks. `follows_length` (-1 to 1) is None where all are alike; None of few."""

    unedited: Share
    median_s: float | None
    follows_length: float | None
    signs: tuple[Sign, ...]

    def words(self) -> list[str]:
        """Each sign as an English sentence."""
        percent = int(100 * (self.unedited.value or 0.0))
        seconds = f"{self.median_s or 0.0:.0f}"
        return [WORDS[sign].format(percent=percent, seconds=seconds) for sign in self.signs]


def attention(looks: Looks, *, people: int) -> Attention:
    """How a team looks; of fewer than 30 looks there are no signs.

    Raises `TooFewPeople`. Signs are a reason to talk, not a proof: good proposals are also taken.
    """
    check_enough(people)
    n, seconds = len(looks.seconds), np.asarray(looks.seconds, dtype=np.float64)
    if n != len(looks.lengths) or not 0 <= looks.unedited <= n or not np.all(seconds >= 0):
        raise ValueError("Each look needs its seconds, 0 or more, and the length of its case.")
    unedited = Share(hits=looks.unedited, n=n)
    if n < LEAST_LOOKS:
        return Attention(unedited=unedited, median_s=None, follows_length=None, signs=())
    middle, follows = median(looks.seconds), _ranks_agree(seconds, np.asarray(looks.lengths))
    held = {
        Sign.NOTHING_CHANGED: looks.unedited / n >= UNEDITED,
        Sign.SHORT_LOOKS: middle < HASTY_S,
        Sign.LENGTH_IGNORED: follows is not None and follows < UNRELATED,
    }
    signs = tuple(sign for sign, holds in held.items() if holds)
    return Attention(unedited=unedited, median_s=middle, follows_length=follows, signs=signs)


def _ranks_agree(first: Shares, second: NDArray[np.int64]) -> float | None:
    """Spearman's (1904) rank correlation; None where one side is all alike."""
    if np.ptp(first) == 0 or np.ptp(second) == 0:
        return None
    return float(scipy.stats.spearmanr(first, second).statistic)
