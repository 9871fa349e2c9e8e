"""How much of AI's lone work is wrong, from the few cases that were spot-checked.

Every lone case stands with the share of errors AI itself expects, and each check corrects that, the
more the seldomer such a case is drawn (active inference; Zrnic and Candès, 2024). The estimate is
unbiased whatever AI expects; the better it expects, the more each check is worth.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from samspil.core.evidence.binomial import Shares, upper_bound
from samspil.core.evidence.spot_checks import Drawn, Flags
from samspil.core.shares import Z_95

FEW = 200
"""Below so many checks the exact bound of the evenly drawn ones is shown beside the estimate."""
ASTRAY = 0.15
"""The part of all errors that is reckoned with where AI does not expect them, for the interval."""
TINY = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoneWork:
    """Cases AI finished alone: how sure it was of each, and each one's chance of being checked."""

    sure: Shares
    chance: Shares
    drawn: Drawn
    wrong: Flags
    """Read only where a case was checked."""

    def __post_init__(self) -> None:
        shapes = {one.shape for one in (self.sure, self.chance, self.drawn.checked, self.wrong)}
        if len(shapes) != 1 or self.sure.ndim != 1 or self.drawn.alike.shape != self.sure.shape:
            raise ValueError("Each lone case needs one sureness, one chance and one draw.")
        if not np.all((self.sure >= 0) & (self.sure <= 1)):
            raise ValueError("Sureness is a share from 0 to 1.")
        if not np.all((self.chance > 0) & (self.chance <= 1)):
            raise ValueError("The chance of being checked lies above 0 and up to 1.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The share wrong, 0 to 1, of `cases` of which `checks` were checked; None of no checks.

    `low` and `high` hold the true share in about 95 of 100 times. `exact_at_most` is exceeded in at
    most 5 of 100, whatever AI expects: from the evenly drawn checks alone; None where there are
    enough checks to go without.
    """

    value: float | None
    low: float
    high: float
    cases: int
    checks: int
    found_wrong: int
    exact_at_most: float | None


def estimate(work: LoneWork) -> Estimate:
    """The share of lone work that is wrong; from 0 to 1 where nothing was checked."""
    checked = work.drawn.checked
    checks, found = int(checked.sum()), int((work.wrong & checked).sum())
    value, low, high = (None, 0.0, 1.0) if not checks else _between(work)
    alike = checked & work.drawn.alike
    exact = upper_bound(int((work.wrong & alike).sum()), int(alike.sum()), 0.05)
    return Estimate(
        value=value,
        low=low,
        high=high,
        cases=len(checked),
        checks=checks,
        found_wrong=found,
        exact_at_most=exact if checks < FEW else None,
    )


def _between(work: LoneWork) -> tuple[float, float, float]:
    """The estimate, and the wider of two intervals.

    One goes by how far the corrected cases scatter. It says too little while hardly any error was
    found, so that the other (as Wilson, 1927) asks which shares would make this estimate likely,
    if most errors lie where AI expects them, by the same factor more or fewer, and some
    anywhere: otherwise one who is far too sure of itself would make the interval too narrow.
    """
    expected, n = 1 - work.sure, len(work.sure)
    missed = np.where(work.drawn.checked, work.wrong - expected, 0.0) / work.chance
    corrected = expected + missed
    value = float(corrected.mean())
    scatter = Z_95 * float(corrected.std()) / sqrt(n)
    spread = _spread_by_share(work.sure, work.chance) * Z_95**2
    middle, reach = value + spread / 2, sqrt(max(0.0, value * spread + spread**2 / 4))
    low = max(0.0, min(value - scatter, middle - reach))
    high = min(1.0, max(value + scatter, middle + reach))
    return min(max(value, 0.0), 1.0), min(low, 1.0), max(high, 0.0)


def _spread_by_share(sure: Shares, chance: Shares) -> float:
    """The variance of the estimate per share that is wrong, if most errors lie where expected."""
    expected = np.maximum(1 - sure, TINY)
    there = float((expected / expected.sum() * np.maximum(sure, TINY) / chance).sum())
    anywhere = float((1 / chance).mean())
    return ((1 - ASTRAY) * there + ASTRAY * anywhere) / len(sure)
