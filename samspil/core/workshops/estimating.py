"""The chain from how often to so what: what a table says of a proposal, and what all say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, isfinite
from statistics import median

from samspil.core.allocation.portfolio import Range
from samspil.core.workshops.faults import Fault, Unfit

MINUTES = 60
WEEK_HOURS = 60
"""More than so many hours a week are nobody's on one task."""
LEAST_TIMES, MOST_TIMES = 0.02, 1_000.0
LEAST_MINUTES, MOST_MINUTES = 0.5, 3_000.0
MOST_PERSONS, MOST_DAYS = 10_000, 1_000.0
RISKS = (1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a table says of one proposal. Raises `Unfit` where it cannot be.

    `times` a week somebody does it, `minutes` each time, `persons` who do it; AI could take
    `share` of that time (0 to 1). What the hours would be used for and what else gets better are
    sentences. It would take so many `days` to set up, at a risk from 1 to 5.
    """

    times: float
    minutes: float
    persons: int
    share: Range
    days: float
    risk: int
    used_for: str = ""
    better: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        _between("times", self.times, LEAST_TIMES, MOST_TIMES)
        _between("minutes", self.minutes, LEAST_MINUTES, MOST_MINUTES)
        _between("persons", self.persons, 1, MOST_PERSONS)
        _between("days", self.days, 0, MOST_DAYS)
        _between("risk", self.risk, *RISKS)
        if self.share.high > 1:
            raise Unfit(Fault.NO_NUMBER, field="share_high", least=0, most=100)
        each = self.hours / self.persons
        if each > WEEK_HOURS:
            raise Unfit(Fault.LONG_WEEK, field="minutes", hours=round(each), most=WEEK_HOURS)

    @property
    def hours(self) -> float:
        """Hours a week that it takes all of them together."""
        return self.times * self.minutes * self.persons / MINUTES

    @property
    def saved(self) -> Range:
        """Hours a week that AI could take."""
        return Range(low=self.hours * self.share.low, high=self.hours * self.share.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What several tables say together: ranges from the least to the most that any of them says.

    `middle` is the median of what they say would be saved, halfway through each one's range.
    """

    tables: int
    hours: Range
    share: Range
    saved: Range
    middle: float
    days: Range
    risk: int


def share_between(low: float, high: float) -> Range:
    """Of 100 hours so many, as a share. Raises `Unfit`."""
    for field, value in (("share_low", low), ("share_high", high)):
        _between(field, value, 0, 100)
    if high < low:
        raise Unfit(Fault.BACKWARDS, field="share_high")
    return Range(low=low / 100, high=high / 100)


def summary_of(said: Sequence[Said]) -> Summary | None:
    """All tables together; None where none has said anything. Half a risk counts as the higher."""
    if not said:
        return None
    return Summary(
        tables=len(said),
        hours=_span([one.hours for one in said]),
        share=_reach([one.share for one in said]),
        saved=_reach([one.saved for one in said]),
        middle=float(median(one.saved.middle for one in said)),
        days=_span([one.days for one in said]),
        risk=ceil(median(one.risk for one in said)),
    )


def _reach(ranges: Sequence[Range]) -> Range:
    return Range(low=min(one.low for one in ranges), high=max(one.high for one in ranges))


def _span(values: Sequence[float]) -> Range:
    return Range(low=min(values), high=max(values))


def _between(field: str, value: float, least: float, most: float) -> None:
    if not isfinite(value) or not least <= value <= most:
        raise Unfit(Fault.NO_NUMBER, field=field, least=f"{least:g}", most=f"{most:g}")
