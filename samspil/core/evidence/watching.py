"""Whether AI's lone work got worse: every check is a bet that it did, and winnings raise the alarm.

Bets that would lose in the long run while the promise holds can hardly win much (Shin, Ramdas and
Rinaldo, 2023: e-detectors, here of Shiryaev's and Roberts' kind, 1963). While no more than the
limit is found, the average number of checks until an alarm is at least the height at which it
sounds, however often one looks and however long the watch has stood.

The same rule watches without any person's look how many cases AI is unsure of: if they become
more, the cases are no longer those it was tried on.

A third use needs no lots: of all that AI finished, how much was overturned since, because somebody
disagreed, wrote again, or put it right. No more can be overturned than is wrong, so that the same
limit holds; it tells late where few complain, and at once where many do.

The same checks in the same order give the same watch. A watch does not know which case a check
was of: whoever keeps it gives each check once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import log

from samspil.core.evidence.binomial import upper_bound

BETS = (0.02, 0.1, 0.4)
"""What is staked each time, as a share: small for a slow decline, large for a collapse."""
TRUST = (0.2, 0.7, 0.1)
"""How much each bet counts; they add up to 1."""
MAIN_BET = 0.1
MOST = 1e12
"""Winnings stop here, so that a long watch stays a number."""
LEAST_HEIGHT, QUARTERS = 2_000.0, 10
SLACK = 0.03
"""By so much the share of unsure cases may exceed what it was when the promise was made."""
TELLING = 3
"""A recent rise is told of from this many finds on; before, all checks are."""


class Watched(StrEnum):
    """What a check looks for in a case."""

    WRONG = "wrong"
    UNSURE = "unsure"
    STRANGE = "strange"
    OVERTURNED = "overturned"


class Reason(StrEnum):
    """Why the alarm sounds, or does not."""

    NOTHING_YET = "nothing_yet"
    CALM = "calm"
    WRONG_LATELY = "wrong_lately"
    WRONG_THROUGHOUT = "wrong_throughout"
    UNSURE_LATELY = "unsure_lately"
    UNSURE_THROUGHOUT = "unsure_throughout"
    STRANGE_LATELY = "strange_lately"
    STRANGE_THROUGHOUT = "strange_throughout"
    FEW_OVERTURNED = "few_overturned"
    OVERTURNED_LATELY = "overturned_lately"
    OVERTURNED_THROUGHOUT = "overturned_throughout"


WORDS = {
    Reason.NOTHING_YET: "Nothing has been checked yet, so nothing is known.",
    Reason.CALM: "Found in {found} of {checks} checks; up to {limit} in 100 are allowed. No alarm.",
    Reason.WRONG_LATELY: (
        "{found} of the last {checks} checked cases were wrong; up to {limit} in 100 are allowed."
    ),
    Reason.WRONG_THROUGHOUT: (
        "{found} of all {checks} checked cases were wrong; up to {limit} in 100 are allowed."
    ),
    Reason.UNSURE_LATELY: (
        "AI was unsure of {found} of the last {checks} cases; {limit} in 100 were to be expected "
        "at most. The cases have changed."
    ),
    Reason.UNSURE_THROUGHOUT: (
        "AI was unsure of {found} of all {checks} cases; {limit} in 100 were to be expected at "
        "most. The cases have changed."
    ),
    Reason.STRANGE_LATELY: (
        "AI knew hardly anything of {found} of the last {checks} cases; {limit} in 100 were to be "
        "expected at most. New kinds of cases seem to have come."
    ),
    Reason.STRANGE_THROUGHOUT: (
        "AI knew hardly anything of {found} of all {checks} cases; {limit} in 100 were to be "
        "expected at most. New kinds of cases seem to have come."
    ),
    Reason.FEW_OVERTURNED: (
        "Of {checks} cases that AI finished, {found} were found wrong later, without a check; up "
        "to {limit} in 100 may be wrong. No alarm."
    ),
    Reason.OVERTURNED_LATELY: (
        "Of the last {checks} cases that AI finished, {found} were found wrong later, without a "
        "check; up to {limit} in 100 may be wrong."
    ),
    Reason.OVERTURNED_THROUGHOUT: (
        "Of all {checks} cases that AI finished, {found} were found wrong later, without a check; "
        "up to {limit} in 100 may be wrong."
    ),
}
"""English sentences; translations use the same sentence as their key."""

LATELY = {
    Watched.WRONG: Reason.WRONG_LATELY,
    Watched.UNSURE: Reason.UNSURE_LATELY,
    Watched.STRANGE: Reason.STRANGE_LATELY,
    Watched.OVERTURNED: Reason.OVERTURNED_LATELY,
}
THROUGHOUT = {
    Watched.WRONG: Reason.WRONG_THROUGHOUT,
    Watched.UNSURE: Reason.UNSURE_THROUGHOUT,
    Watched.STRANGE: Reason.STRANGE_THROUGHOUT,
    Watched.OVERTURNED: Reason.OVERTURNED_THROUGHOUT,
}
CALM = {Watched.OVERTURNED: Reason.FEW_OVERTURNED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What a watch remembers between two checks; begin with `watch_errors` or `watch_unsure`.

    Up to the share `limit` may be found. The alarm sounds when the winnings reach
    `height`, and goes on sounding: `alarm_after` is the number of checks by then. `rise`, `recent`
    and `recent_found` follow the latest time since when more than the limit has been found.
    """

    watched: Watched
    limit: float
    height: float
    winnings: tuple[float, ...] = (0.0,) * len(BETS)
    checks: int = 0
    found: int = 0
    rise: float = 0.0
    recent: int = 0
    recent_found: int = 0
    alarm_after: int | None = None

    def __post_init__(self) -> None:
        if not 0 < self.limit < 1:
            raise ValueError("A watch needs a limit above 0 and below 1.")
        if not self.height >= LEAST_HEIGHT:
            raise ValueError("An alarm this low would sound too often by chance.")

    @property
    def alarm(self) -> bool:
        """Whether the alarm sounds."""
        return self.alarm_after is not None

    @property
    def height_reached(self) -> float:
        """The winnings, weighed; to be compared with `height`."""
        return sum(trust * won for trust, won in zip(TRUST, self.winnings, strict=True))

    @property
    def reason(self) -> Reason:
        """Why the alarm sounds, or does not."""
        if not self.checks:
            return Reason.NOTHING_YET
        if not self.alarm:
            return CALM.get(self.watched, Reason.CALM)
        told = LATELY if self.recent_found >= TELLING else THROUGHOUT
        return told[self.watched]

    @property
    def told(self) -> tuple[int, int]:
        """Found, of how many checks: what the reason's sentence is about."""
        if self.reason is LATELY[self.watched]:
            return self.recent_found, self.recent
        return self.found, self.checks

    def words(self) -> str:
        """The reason as an English sentence."""
        found, checks = self.told
        limit = f"{100 * self.limit:.3g}"
        return WORDS[self.reason].format(found=found, checks=checks, limit=limit)


def watch_errors(*, alpha: float, checks_a_quarter: float) -> Watch:
    """Begin to watch lone work of which a share alpha may be wrong; nothing is found yet."""
    return Watch(watched=Watched.WRONG, limit=alpha, height=height(checks_a_quarter))


def watch_unsure(*, unsure: int, of: int, cases_a_quarter: float) -> Watch:
    """Begin to watch how many cases AI is unsure of, beside those while its promise was made.

    `of` so many it was `unsure` of some. Three points more are borne (at most half of what is left
    to all), or as much more as so few cases leave open (one in twenty times). Raises `ValueError`
    without any, and where it was unsure of all: then there is no lone work to watch.
    """
    if not 0 <= unsure <= of or not of:
        raise ValueError("Without earlier cases nobody knows how many unsure ones to expect.")
    share = unsure / of
    limit = max(share + min(SLACK, (1 - share) / 2), upper_bound(unsure, of, 0.05))
    return Watch(watched=Watched.UNSURE, limit=limit, height=height(cases_a_quarter))


def watch_overturned(*, alpha: float, height: float) -> Watch:
    """Begin to watch how much of what AI finished is overturned; a step for each such case."""
    return Watch(watched=Watched.OVERTURNED, limit=alpha, height=height)


def height(checks_a_quarter: float) -> float:
    """How high winnings must rise for an alarm: at most one false one in ten quarters, on average.

    At least 2,000 checks go by between two false ones on average, if there are but few a quarter.
    """
    if not 0 <= checks_a_quarter < MOST / QUARTERS:
        raise ValueError("The number of checks a quarter must be 0 or more.")
    return max(LEAST_HEIGHT, QUARTERS * float(checks_a_quarter))


def check(watch: Watch, *, found: bool, weight: float = 1.0) -> Watch:
    """The watch after one more check, which found what is watched for, or did not.

    `weight`, above 0 and up to 1, is the smallest probability of being drawn for a check that any
    case has, divided by this case's own: cases likelier to be drawn count for less.
    """
    if not 0 < weight <= 1:
        raise ValueError("The weight of a check must be above 0 and at most 1.")
    winnings = tuple(
        min(MOST, (won + 1) * factor(bet, watch.limit, found=found, weight=weight))
        for bet, won in zip(BETS, watch.winnings, strict=True)
    )
    after = _with_rise(watch, found=found, weight=weight)
    after = replace(after, winnings=winnings, checks=watch.checks + 1, found=watch.found + found)
    if not after.alarm and after.height_reached >= after.height:
        return replace(after, alarm_after=after.checks)
    return after


def after_quiet(watch: Watch, cases: int) -> Watch:
    """The same as so many checks that each found nothing, in one step."""
    if not cases:
        return watch
    winnings = tuple(
        min(MOST, shrink**cases * won + shrink * (1 - shrink**cases) / (1 - shrink))
        for won, shrink in zip(watch.winnings, (1 - bet for bet in BETS), strict=True)
    )
    rise = watch.rise + cases * log(1 - MAIN_BET)
    after = replace(watch, winnings=winnings, checks=watch.checks + cases)
    if watch.alarm:
        return after
    if rise <= 0:
        return replace(after, rise=0.0, recent=0, recent_found=0)
    return replace(after, rise=rise, recent=watch.recent + cases)


def after_all(watch: Watch, found: Sequence[bool]) -> Watch:
    """The watch after all of these, in their order; quick where nearly nothing is found."""
    last = -1
    for place in (place for place, one in enumerate(found) if one):
        watch = check(after_quiet(watch, place - last - 1), found=True)
        last = place
    return after_quiet(watch, len(found) - last - 1)


def factor(bet: float, limit: float, *, found: bool, weight: float) -> float:
    """By what a stake grows or shrinks; on average it does not grow while the limit is kept."""
    return 1 + bet / limit * weight * (found - limit)


def _with_rise(watch: Watch, *, found: bool, weight: float) -> Watch:
    """Follow since when more than the limit has been found (Page, 1954); an alarm keeps it."""
    if watch.alarm:
        return watch
    rise = watch.rise + log(factor(MAIN_BET, watch.limit, found=found, weight=weight))
    if rise <= 0:
        return replace(watch, rise=0.0, recent=0, recent_found=0)
    recent, recent_found = watch.recent + 1, watch.recent_found + found
    return replace(watch, rise=rise, recent=recent, recent_found=recent_found)
