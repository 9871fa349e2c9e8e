"""Whether what came lately is what would have been expected: how far to trust a look ahead."""

from dataclasses import dataclass

import numpy as np

from samspil.core.evidence.habits import Numbers, Places
from samspil.core.evidence.queue_ahead import (
    DAYS_A_WEEK,
    FEWEST_WEEKS,
    NAMES,
    SEEN,
    Coming,
    Past,
    Spread,
    arrivals_ahead,
)

NO_MINUTES: Numbers = np.zeros(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """So many cases came over the last `days`, and so many would have been expected before."""

    days: int
    came: int
    expected: Spread

    @property
    def surprised(self) -> bool:
        """Whether it lay outside of what comes in eight of ten such times."""
        return not self.expected.low <= self.came <= self.expected.high


def look_back(days: Places, arrivals: Places, *, ahead: int, seed: int) -> LookBack | None:
    """Compare the last so many days with what was known before them.

    `days` follow each other, with the arrivals of each. None before four weeks are known besides.
    """
    if len(days) < ahead + FEWEST_WEEKS * DAYS_A_WEEK:
        return None
    before = Past(days=days[:-ahead], arrivals=arrivals[:-ahead], minutes=NO_MINUTES)
    lately = Coming(first=int(days[-ahead]), hours=(0.0,) * ahead, allowed=(0,) * ahead)
    drawn = arrivals_ahead(before, lately, seed=seed)
    seen = np.percentile(drawn, SEEN, method="inverted_cdf").tolist()
    return LookBack(
        days=ahead,
        came=int(arrivals[-ahead:].sum()),
        expected=Spread(**dict(zip(NAMES, seen, strict=True))),
    )
