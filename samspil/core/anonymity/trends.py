"""Shares of a team over time: of ten people and more, a stretch of weeks at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samspil.core.anonymity.telling import LEAST

LEAST_IN_TREND = 10
"""Of fewer people of a team nothing is told over time."""
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What was done in a week that is over, by its Monday: `hits` of `n`, and by whom."""

    monday: date
    hits: int
    n: int
    people: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Weeks told together: `hits` of `n` from `first` to `last`, both inclusive."""

    first: date
    last: date
    hits: int
    n: int


def stretches(weeks: Iterable[Week]) -> list[Stretch]:
    """Weeks, put together from the first on until each stretch may be told.

    A stretch has ten people, and five cases for which it holds and for which it does not, so that
    no "all" says it of each of them. No two share a day, and what was told never changes when a
    week is added: subtracting one from another leaves no single person. The last weeks wait.
    """
    told: list[Stretch] = []
    held: list[Week] = []
    for week in weeks:
        held.append(week)
        hits, n = sum(one.hits for one in held), sum(one.n for one in held)
        people = frozenset[int]().union(*(one.people for one in held))
        if len(people) >= LEAST_IN_TREND and min(hits, n - hits) >= LEAST:
            last = week.monday + WEEK - timedelta(days=1)
            told.append(Stretch(first=held[0].monday, last=last, hits=hits, n=n))
            held = []
    return told
