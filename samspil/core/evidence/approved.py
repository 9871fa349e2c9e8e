"""Whether an approved answer may be sent without a look, from how often people sent it unchanged.

People keep verifying it, and it is asked anew each time: so many looks would make a wrong answer
pass by luck sooner or later. Each number of wrong uses therefore has a part of the permitted chance
of its own, a half for none, a quarter for one, an eighth for two, and so on, and one number of uses
from which on it passes. All parts together are the chance that is permitted, so that the promise
holds however often anybody looks.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from samspil.core.evidence.binomial import between, chance_of_at_most
from samspil.core.evidence.certificate import Promise

MOST_WRONG = 20
"""After so many wrong uses no number of right ones is asked for any more: it is to be written anew.
"""
CERTAIN = 0.05
"""The interval that is told is missed with this chance at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """How often people verified an answer: sent it `right` as it was, or found it `wrong`."""

    right: int = 0
    wrong: int = 0

    def __post_init__(self) -> None:
        if min(self.right, self.wrong) < 0:
            raise ValueError("An answer was used no less often than never.")

    @property
    def verified(self) -> int:
        """All uses that people verified."""
        return self.right + self.wrong

    @property
    def between(self) -> tuple[float, float]:
        """Where the share of wrong uses lies, 0 to 1, with a certainty of 95 in 100."""
        return between(self.wrong, self.verified, CERTAIN)


def missing(uses: Uses, promise: Promise) -> int | None:
    """How many more right uses show that at most the promised share is wrong; 0: it is shown.

    None: too many were wrong for any number to help.
    """
    wanted = uses_wanted(uses.wrong, promise)
    return None if wanted is None else max(0, wanted - uses.verified)


@lru_cache(maxsize=256)
def uses_wanted(wrong: int, promise: Promise) -> int | None:
    """From how many verified uses on an answer passes of which so many were wrong; None: never."""
    if wrong > MOST_WRONG:
        return None
    part = promise.delta / 2 ** (wrong + 1)

    def enough(n: int) -> bool:
        chance = chance_of_at_most(np.array([wrong]), np.array([n]), promise.alpha)
        return bool(chance[0] <= part)

    most = wrong + 1
    while not enough(most):
        most *= 2
    return bisect_left(range(most), x=True, key=enough)
