"""How long the queue of the coming days will be, and how many cases will be late.

Days are whole numbers one apart whose remainder by seven is the weekday, such as
`date.toordinal()`. Each of many runs lives through the coming days once: it draws whole past weeks,
as busy weeks are busy on most days (block bootstrap: Künsch, 1989), and minutes from cases that
were done, and lets people do first what came first (the recursion of Lindley, 1952). The same seed
gives the same forecast.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samspil.core.evidence.habits import Numbers, Places

RUNS = 500
FEWEST_WEEKS = 4
"""With fewer past weeks, arrivals are drawn day by day from all past days."""
HALF_LIFE = 8
"""A week this many weeks older is drawn half as often."""
SEEN = (10, 50, 90)
NAMES = ("low", "middle", "high")
DAYS_A_WEEK = 7
TINY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What so many are at most in one run of ten, in half of the runs, and in nine of ten."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The end of a coming day: cases that wait, and those of them that are late."""

    day: int
    waiting: Spread
    late: Spread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Past:
    """What is known: arrivals on each past day, and minutes of cases that were done.

    Days without arrivals count too, with 0: none is left out between the first and the last.
    """

    days: Places
    arrivals: Places
    minutes: Numbers

    def __post_init__(self) -> None:
        if self.days.shape != self.arrivals.shape or np.any(self.arrivals < 0):
            raise ValueError("Each past day needs its number of arrivals.")
        if np.any(np.diff(self.days) != 1):
            raise ValueError("The past days must follow each other, with none left out.")
        if not np.all(np.isfinite(self.minutes)) or np.any(self.minutes <= 0):
            raise ValueError("A case took more than 0 minutes.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """The coming days, from `first`: people's hours for these cases on each, absence taken off.

    A case that comes on a day is late when so many days after it as `allowed` says have ended; who
    comes later is never due earlier. `due` are the days on which the cases that already wait are
    due. `pace` says for each day how many times as many arrive as
    on such days of the past: 0.5 where half of the day is over; empty: as many.
    """

    first: int
    hours: tuple[float, ...]
    allowed: tuple[int, ...]
    due: tuple[int, ...] = ()
    pace: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not all(0 <= hours < np.inf for hours in self.hours):
            raise ValueError("The hours of a day must not be below 0.")
        if self.pace and len(self.pace) != len(self.hours):
            raise ValueError("Each coming day needs a pace, or none has one.")
        if not all(0 <= pace < np.inf for pace in self.pace):
            raise ValueError("The pace of a day must not be below 0.")
        if len(self.allowed) != len(self.hours) or any(each < 0 for each in self.allowed):
            raise ValueError(
                "A case cannot be due before it comes, and on each day it is some time."
            )
        if np.any(np.diff(self.due_at) < 0):
            raise ValueError("Who comes later is never due earlier.")

    @property
    def due_at(self) -> Places:
        """The days on which the cases of each coming day are due."""
        return np.arange(len(self.hours)) + np.array(self.allowed, dtype=np.intp) + self.first


def hours_a_day(opening: Sequence[float], present: Sequence[float]) -> tuple[float, ...]:
    """People's hours on each day: how long it is open, times the people there, absence taken off.

    One who is there for half a day, or for half of these cases, counts half.
    """
    return tuple(float(a * b) for a, b in zip(opening, present, strict=True))


def queue_ahead(past: Past, coming: Coming, *, seed: int, kept: Numbers | None = None) -> list[Day]:
    """The queue at the end of each coming day; empty where no day or no minutes are known.

    `kept` is the share of arrivals that comes to people at all, one for each of any number of runs;
    None: all of them.
    """
    if not len(past.days) or not len(past.minutes):
        return []
    chance = np.random.default_rng(seed)
    arrived = _arrivals(past, coming, chance)
    if kept is not None:
        arrived = chance.binomial(arrived, chance.choice(kept, RUNS)[:, None])
    ends = np.stack([_run(past.minutes, coming, each, chance) for each in arrived])
    quantiles = np.percentile(ends, SEEN, axis=0, method="inverted_cdf")
    return [
        Day(
            day=coming.first + place,
            waiting=Spread(**dict(zip(NAMES, quantiles[:, place, 0].tolist(), strict=True))),
            late=Spread(**dict(zip(NAMES, quantiles[:, place, 1].tolist(), strict=True))),
        )
        for place in range(len(coming.hours))
    ]


def expected_arrivals(past: Past, coming: Coming) -> float:
    """How many cases should arrive over the coming days; 0 where no past day is known."""
    weeks, weekdays = _weeks(past), _weekdays(coming)
    pace = np.array(coming.pace or (1.0,) * len(weekdays))
    if not len(weeks):
        daily = past.arrivals.mean() if len(past.arrivals) else 0.0
        return float(daily * pace.sum())
    return float((_chances(len(weeks)) @ weeks)[weekdays] @ pace)


def arrivals_ahead(past: Past, coming: Coming, *, seed: int) -> Numbers:
    """How many cases arrive over all coming days, once for each run; the same as in the queue."""
    if not len(past.days):
        return np.zeros(RUNS)
    drawn = _arrivals(past, coming, np.random.default_rng(seed)).sum(axis=1)
    return np.asarray(drawn, dtype=np.float64)


def _run(known: Numbers, coming: Coming, arrived: Places, chance: np.random.Generator) -> Numbers:
    """One way it may go: waiting and late at the end of each day."""
    many = len(coming.hours)
    minutes = known[chance.integers(len(known), size=len(known))]
    drawn = chance.integers(len(known), size=len(coming.due) + int(arrived.sum()))
    work = np.cumsum(minutes[drawn])
    came = len(coming.due) + np.cumsum(arrived)
    asked = np.append(0.0, work)[came]
    done = np.searchsorted(work, _done(asked, np.array(coming.hours) * 60) + TINY, side="right")
    days = coming.first + np.arange(many)
    old = np.sort(np.array(coming.due, dtype=np.intp))
    late_old = np.searchsorted(old, days, side="right") - done
    due_new = np.append(len(old), came)[np.searchsorted(coming.due_at, days, side="right")]
    late_new = due_new - np.maximum(done, len(old))
    late = np.maximum(late_old, 0) + np.maximum(late_new, 0)
    return np.stack([came - done, late], axis=1).astype(np.float64)


def _done(asked: Numbers, capacity: Numbers) -> Numbers:
    """Minutes of work done by the end of each day: never more than had come, nor than there was
    time for."""
    done, before = np.zeros(len(asked)), 0.0
    for day, (work, minutes) in enumerate(zip(asked, capacity, strict=True)):
        before = done[day] = min(work, before + minutes)
    return done


def _arrivals(past: Past, coming: Coming, chance: np.random.Generator) -> Places:
    """Arrivals of each run on each coming day, at the pace of that day.

    Luck about the pace is drawn beside all other luck, so that another pace changes nothing else.
    """
    drawn = _as_ever(past, coming, chance)
    if not coming.pace:
        return drawn
    (beside,) = chance.spawn(1)
    whole, part = np.divmod(np.array(coming.pace), 1)
    more = beside.binomial(drawn, part)
    return np.asarray(drawn * whole.astype(np.intp) + more, dtype=np.intp)


def _as_ever(past: Past, coming: Coming, chance: np.random.Generator) -> Places:
    """Arrivals as they were.

    A run draws its weeks from as many that it drew before, so that runs differ in how busy the past
    seems to them.
    """
    weeks, weekdays = _weeks(past), _weekdays(coming)
    if not len(weeks):
        return chance.choice(past.arrivals, (RUNS, len(weekdays)))
    again = chance.choice(len(weeks), (RUNS, len(weeks)), p=_chances(len(weeks)))
    ahead = np.arange(len(weekdays)) // DAYS_A_WEEK
    drawn = chance.integers(len(weeks), size=(RUNS, len(weekdays) // DAYS_A_WEEK + 1))
    chosen = np.take_along_axis(again, drawn, axis=1)
    return np.asarray(weeks[chosen[:, ahead], weekdays], dtype=np.intp)


def _weeks(past: Past) -> Places:
    """Arrivals of the latest past weeks by weekday; none where there are too few."""
    many = len(past.days) // DAYS_A_WEEK
    if many < FEWEST_WEEKS:
        return np.zeros((0, DAYS_A_WEEK), dtype=np.intp)
    days = past.days[-many * DAYS_A_WEEK :]
    weeks = np.zeros((many, DAYS_A_WEEK), dtype=np.intp)
    week = np.arange(len(days)) // DAYS_A_WEEK
    weeks[week, days % DAYS_A_WEEK] = past.arrivals[-len(days) :]
    return weeks


def _weekdays(coming: Coming) -> Places:
    return np.asarray((coming.first + np.arange(len(coming.hours))) % DAYS_A_WEEK, dtype=np.intp)


def _chances(weeks: int) -> Numbers:
    """How often each past week is drawn, oldest first."""
    weights = 0.5 ** (np.arange(weeks)[::-1] / HALF_LIFE)
    return np.asarray(weights / weights.sum(), dtype=np.float64)
