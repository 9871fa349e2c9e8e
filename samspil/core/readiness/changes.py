"""Whether something has changed from one round to the next, and by how much.

Two rounds are two sets of people whose answers cannot be linked, so they are compared as
independent samples of unequal spread: B. L. Welch, "The generalization of 'Student's' problem when
several different population variances are involved", Biometrika 34 (1947), 28-35, with the degrees
of freedom of F. E. Satterthwaite, "An approximate distribution of estimates of variance
components", Biometrics Bulletin 2 (1946), 110-114. Where many of the people are the same in both,
the true interval is narrower: the one told here errs on the side of "no change can be told". Since
means are told in steps, half of each step is added to both ends.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from scipy.special import stdtrit

from samspil.core.readiness.figures import step_of

SURE = 0.975
"""One end of an interval that holds the true difference in 95 of 100 such comparisons."""


class Course(StrEnum):
    """Where it goes, as far as can be told."""

    UP = "up"
    DOWN = "down"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A mean of at least `people` people (two or more) with their standard deviation."""

    mean: float
    spread: float
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference, and the interval in which the true one lies in 95 of 100 such cases."""

    difference: float
    low: float
    high: float

    @property
    def course(self) -> Course:
        """Up or down only where no difference at all lies outside the interval."""
        if self.low > 0:
            return Course.UP
        return Course.DOWN if self.high < 0 else Course.UNTOLD


def change(before: Measure, after: Measure) -> Change:
    """What `after` is above `before`; also leaders beside others, who are two sets as well."""
    first = before.spread**2 / before.people
    second = after.spread**2 / after.people
    freedom = (first + second) ** 2 / (
        first**2 / (before.people - 1) + second**2 / (after.people - 1)
    )
    doubt = float(stdtrit(freedom, SURE)) * math.sqrt(first + second)
    doubt += (step_of(before.people) + step_of(after.people)) / 2
    difference = after.mean - before.mean
    return Change(
        difference=round(difference, 1),
        low=round(difference - doubt, 2),
        high=round(difference + doubt, 2),
    )
