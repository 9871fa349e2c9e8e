"""How many checks tell good enough from not, and what a few without error show."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

import numpy as np

from samspil.core.evidence.binomial import chance_of_at_most, upper_bound

MOST_CHECKS = 5_000
TINY = 1e-9


class Reason(StrEnum):
    """What so many checks show."""

    NOTHING = "nothing"
    NO_ERROR = "no_error"
    SOME_ERRORS = "some_errors"
    ALL_WRONG = "all_wrong"


WORDS = {
    Reason.NOTHING: "Nothing was checked, so anything may be true.",
    Reason.NO_ERROR: (
        "None wrong among {checks} checked: that shows only that fewer than {percent} in 100 are."
    ),
    Reason.SOME_ERRORS: (
        "{errors} wrong among {checks} checked: that shows that at most {percent} in 100 are."
    ),
    Reason.ALL_WRONG: "All wrong among {checks} checked, so all may be.",
}
"""English sentences; translations use the same sentence as their key."""


class NoPlan(Exception):
    """No affordable number of checks tells these two apart; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptancePlan:
    """Check `checks` cases drawn evenly; accept with at most `errors` wrong ones."""

    checks: int
    errors: int

    def accepts(self, errors: int) -> bool:
        """Whether so many errors are few enough."""
        if not 0 <= errors <= self.checks:
            raise ValueError("Of the checks at least none and at most all found an error.")
        return errors <= self.errors


def plan(
    *, good: float, bad: float, refuse_good: float = 0.05, accept_bad: float = 0.10
) -> AcceptancePlan:
    """The fewest checks that seldom refuse a good share of errors and seldom accept a bad one.

    Shares and chances lie between 0 and 1; good is below bad. Exact (Dodge and Romig, 1929). Raises
    `NoPlan` where it takes over 5,000 checks.
    """
    if not (0 < good < bad < 1 and 0 < refuse_good < 1 and 0 < accept_bad < 1):
        raise ValueError("A plan needs a good share of errors below the bad one, both 0 to 1.")
    checks = np.arange(1, MOST_CHECKS + 1)
    for errors in range(MOST_CHECKS):
        allowed = np.full_like(checks, errors)
        enough = chance_of_at_most(allowed, checks, bad) <= accept_bad
        if not enough.any():
            break
        n = int(checks[enough.argmax()])
        if 1 - float(chance_of_at_most(np.array(errors), np.array(n), good)) <= refuse_good:
            return AcceptancePlan(checks=n, errors=errors)
    raise NoPlan("So small a difference takes over 5,000 checks. Choose shares further apart.")


def shown(*, errors: int, checks: int) -> str:
    """What so many evenly drawn checks show with 95 % certainty, as an English sentence."""
    reason, percent = what_is_shown(errors=errors, checks=checks)
    return WORDS[reason].format(errors=errors, checks=checks, percent=f"{percent:g}")


def what_is_shown(*, errors: int, checks: int) -> tuple[Reason, float]:
    """The reason, and at most how many in 100 are wrong (one-sided, 95 %), never rounded down."""
    if not 0 <= errors <= checks:
        raise ValueError("Of the checks at least none and at most all found an error.")
    bound = 100 * upper_bound(errors, checks, 0.05)
    percent = _rounded_up(bound)
    if not checks:
        return Reason.NOTHING, 100.0
    if errors == checks:
        return Reason.ALL_WRONG, 100.0
    return (Reason.SOME_ERRORS if errors else Reason.NO_ERROR), percent


def _rounded_up(percent: float) -> float:
    """To tenths."""
    return ceil(10 * percent - TINY) / 10
