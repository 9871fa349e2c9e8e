"""When what was spent has come back, as a range: one arithmetic for all who ask.

Time saved counts only as far as it is really used for something else (`REALISED`), and how far is
drawn too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

Draws = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

WEEKS, DAY_HOURS, YEAR, MONTHS = 46, 7.4, 12, 60
"""Working weeks of a year, hours of a working day, months of a year, and how many months are
looked ahead."""
REALISED = (0.2, 0.8)
"""The share of the time saved that is really used, from and to."""
DRAWN = 4_000
SHARES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payback:
    """The month in which all is paid back: of 10, 50 and 90 in 100 draws; None: not in five
    years."""

    p10: int | None
    p50: int | None
    p90: int | None


def monthly(cost: Draws, gain: Draws, *, after: Draws | float = 0.0) -> Draws:
    """What is gained on the whole by the end of each month from 0 to 60, a row for each month.

    `cost` is paid at once, `gain` comes each month; the first one `after` months.
    """
    months = np.arange(MONTHS + 1, dtype=np.float64)[:, None]
    return np.maximum(months - after, 0.0) * gain - cost


def paid_back(sums: Draws) -> Payback:
    """The months after which the sums, a row for each month, stay at 0 or above."""
    short = sums < 0
    last = sums.shape[0] - 1 - np.argmax(short[::-1], axis=0)
    months = np.where(short.any(axis=0), last + 1.0, 0.0)
    p10, p50, p90 = (float(np.quantile(months, share, method="higher")) for share in SHARES)
    return Payback(p10=_month(p10), p50=_month(p50), p90=_month(p90))


def used_share(chance: np.random.Generator) -> Draws:
    """How much of the time saved is really used, drawn once for all that is compared."""
    return chance.uniform(*REALISED, DRAWN)


def tens(values: Draws) -> Sequence[float]:
    """What 10, 50 and 90 in 100 of the values stay below."""
    return [float(one) for one in np.quantile(values, SHARES)]


def _month(value: float) -> int | None:
    return int(value) if value <= MONTHS else None
