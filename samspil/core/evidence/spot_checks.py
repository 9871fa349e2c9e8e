"""Which of AI's lone work is spot-checked: how much of it, and which cases.

How much follows from the risk; which cases is drawn, by nobody's choice. Two fifths of the chance
are the same for all, the rest goes to the cases AI is less sure of, where errors are likelier and
one check tells more (Zrnic and Candès, 2024: active inference). A kept seed and a case's number
give the same draw again, so that anybody can verify it later.
"""

from dataclasses import dataclass
from math import ceil, log, sqrt

import numpy as np
from numpy.typing import NDArray

from samspil.core.evidence.binomial import Shares
from samspil.core.evidence.watching import LEAST_HEIGHT

Flags = NDArray[np.bool_]

LEAST, MOST = 0.01, 1.0
"""No fewer than one in a hundred are checked, and no more than all."""
FIVEFOLD = 5
"""A decline that matters: five times the permitted errors."""
PRACTICE = 0.6
"""The watch takes this part of the checks that theory says to find a decline."""
ALIKE = 0.4
"""The part of the chance that is the same for every case: less makes each check worth a little
more, but leaves errors where AI is sure to be found by few."""


FIRST_OF_GROUP, OFTEN = 20, 0.2
"""Until lots drew so many checks of a group, every fifth of its cases at least is checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What is at stake where AI works alone.

    `alpha`: the permitted share of errors, above 0 and below 1. `most_before_alarm`: how many lone
    cases may go by between a decline and the alarm, at least 1. `breaks`: how often a decline
    begins, per lone case. `cost_of_error` and `cost_of_check` are in one currency. `height` is
    that of the `Watch`.
    """

    alpha: float
    most_before_alarm: int
    breaks: float = 0.0
    cost_of_error: float = 0.0
    cost_of_check: float = 1.0
    height: float = LEAST_HEIGHT

    def __post_init__(self) -> None:
        if not 0 < self.alpha < 1:
            raise ValueError("The permitted share of errors lies between 0 and 1.")
        costs = min(self.breaks, self.cost_of_error) >= 0 and self.cost_of_check > 0
        if not (self.most_before_alarm >= 1 and costs and self.height > 1):
            raise ValueError("Costs and counts of a risk must be 0 or more, and a check costs.")

    @property
    def declined(self) -> float:
        """The share of errors after a decline that matters, 0 to 1."""
        return min(FIVEFOLD * self.alpha, (1 + self.alpha) / 2)


def checks_to_alarm(risk: Risk) -> float:
    """About how many checks find a decline that matters (Lorden, 1971: the log of the height by
    what one check tells, in the measure of Kullback and Leibler)."""
    p, alpha = risk.declined, risk.alpha
    told = p * log(p / alpha) + (1 - p) * log((1 - p) / (1 - alpha))
    return PRACTICE * log(risk.height) / told


def rate(risk: Risk, *, least: float = LEAST) -> float:
    """The share of lone work to check, 0.01 to 1.

    Enough for the alarm to sound before too many cases went by, and as much more as errors cost
    more than checks; never below `least`, such as the level of autonomy asks for.
    """
    if not 0 <= least <= 1:
        raise ValueError("The least share to check lies between 0 and 1.")
    checks = checks_to_alarm(risk)
    harm = risk.breaks * risk.cost_of_error * (risk.declined - risk.alpha) * checks
    worth = sqrt(harm / risk.cost_of_check)
    return min(MOST, max(LEAST, least, checks / risk.most_before_alarm, worth))


def doubt(sure: Shares) -> Shares:
    """How open a case is, 0 to 0.5, from the probability that AI is right."""
    if not np.all((sure >= 0) & (sure <= 1)):
        raise ValueError("Sureness is a share from 0 to 1.")
    return np.sqrt(sure * (1 - sure))


def chances(sure: Shares, *, rate: float, usual_doubt: float) -> Shares:
    """Each case's chance of being checked, from 0.4 times the rate to 1.

    `usual_doubt` is the mean of `doubt` over recent lone work; by it the rate is kept on average.
    """
    if not 0 < rate <= 1:
        raise ValueError("The share to check lies above 0 and up to 1.")
    if not usual_doubt >= 0:
        raise ValueError("The usual doubt is 0 or more.")
    open_ = doubt(sure) / usual_doubt if usual_doubt > 0 else np.ones_like(sure)
    return np.minimum(1.0, rate * (ALIKE + (1 - ALIKE) * open_))


def at_least_often(chance: Shares, seldom: Flags) -> Shares:
    """More for cases of groups that were seldom checked yet, so that none is never looked at."""
    return np.where(seldom, np.maximum(chance, OFTEN), chance)


def weights(chance: Shares, *, rate: float) -> Shares:
    """What a check of each case weighs in the watch, above 0 and up to 1."""
    return np.asarray(ALIKE * rate / chance, dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """Which cases are checked; `alike` are those whom the chance that is the same for all chose."""

    checked: Flags
    alike: Flags


def draw(numbers: NDArray[np.int64], chance: Shares, *, rate: float, seed: int) -> Drawn:
    """Draw by case number (0 or more) and seed; neither order nor company of a case matters."""
    lots = np.array([np.random.default_rng([seed, int(one)]).random() for one in numbers])
    return Drawn(checked=lots < chance, alike=lots < np.minimum(chance, ALIKE * rate))


def most_before_alarm(*, rate: float, risk: Risk) -> int:
    """About how many lone cases go by between a decline that matters and the alarm."""
    return ceil(checks_to_alarm(risk) / rate)
