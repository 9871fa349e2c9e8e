"""What cases took, month by month: every one of them is counted, by the database."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    QuerySet,
    Value,
    When,
)

from samspil.core.anonymity import Month, last_month, told, told_parts
from samspil.core.contesting import Outcome
from samspil.core.measures.spread import Spread, spread_of
from samspil.core.months import months_after
from samspil.core.shares import Share
from samspil.people.queries import day_of, midnight
from samspil.work.models import Complaint, Decision, Process

MONTHS = 12
"""So many months that are over are shown."""
MINUTE_S, HOUR_S, WEEK_DAYS = 60, 3600, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMonth:
    """A month that is over; without figures where it had fewer than five cases or people.

    `hours` are those of all who decided, together, a week.
    """

    month: Month
    minutes: Spread | None
    errors: Share | None
    hours: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What cases took: how many of them so many seconds, whoever decided them, and how many were
    changed afterwards."""

    seconds: Counter[int]
    people: Set[int]
    wrong: int

    @property
    def n(self) -> int:
        """How many cases."""
        return self.seconds.total()

    @property
    def month_hours(self) -> float:
        """Of all of them together."""
        return sum(each * n for each, n in self.seconds.items()) / HOUR_S

    @property
    def minutes(self) -> Spread:
        """For one case; raises `NoValues` where there is none."""
        return spread_of([each / MINUTE_S for each in self.seconds.elements()])


def series(process: Process, *, now: datetime) -> list[OfMonth]:
    """The months that are over, the oldest first, from the first in which something was decided;
    two statements."""
    last = last_month(day_of(now))
    months = [Month(months_after(last.first, back)) for back in range(1 - MONTHS, 1)]
    found = _decisions([process.pk], since=months[0], until=last).annotate(month=_place(months))
    took = _took(found, "month")
    return [_month(months[place], took[place,]) for (place,) in sorted(took)]


def last_months(processes: Sequence[int], *, now: datetime) -> Mapping[int, Spread]:
    """Minutes for a case in the last month that is over, by the primary key of its process; not of
    one that had fewer than five cases or people. Two statements."""
    found = last_month_of(processes, now=now)
    return {
        process: month.minutes
        for (process, topic), month in found.items()
        if not topic and month.minutes is not None
    }


def last_month_of(processes: Sequence[int], *, now: datetime) -> Mapping[tuple[int, str], OfMonth]:
    """The last month that is over, by the primary key of a process and a topic (empty: all of the
    process); without what had fewer than five cases or people, and without a topic by which such a
    one could be worked out. Two statements."""
    last = last_month(day_of(now))
    found = _decisions(processes, since=last, until=last)
    topics: dict[int, dict[str, Took]] = defaultdict(dict)
    for (process, topic), each in _took(found, "case__process", "topic").items():
        topics[process][topic] = each
    months = {
        (process, topic): _month(last, each)
        for process, parts in topics.items()
        for topic, each in _of_topics(parts).items()
    }
    return {key: month for key, month in months.items() if month.minutes is not None}


def changed() -> Exists:
    """Whether a decision was changed after somebody disagreed."""
    return Exists(
        Complaint.objects.filter(
            case=OuterRef("case"), round=OuterRef("round"), outcome=Outcome.CHANGED
        )
    )


def _decisions(processes: Sequence[int], *, since: Month, until: Month) -> QuerySet[Decision]:
    return Decision.objects.filter(
        case__process__in=processes, at__gte=midnight(since.first), at__lt=midnight(until.after)
    )


def _place(months: Sequence[Month]) -> Case:
    """In which of these months, which follow one another, a decision was made."""
    return Case(
        *(When(at__lt=midnight(one.after), then=Value(n)) for n, one in enumerate(months)),
        output_field=IntegerField(),
    )


def _took(found: QuerySet[Decision], *keys: str) -> dict[tuple[Any, ...], Took]:
    """What decisions took, by what they have under these keys. The database counts them: however
    many they are, a row comes back for each length of time and for each who decided."""
    seconds: dict[tuple[Any, ...], Counter[int]] = defaultdict(Counter)
    for *key, each, n in found.values_list(*keys, "seconds").annotate(n=Count("pk")):
        seconds[tuple(key)][each] = n
    people: dict[tuple[Any, ...], dict[int, int]] = defaultdict(dict)
    wrong = Count("pk", filter=changed())
    for *key, by, n in found.values_list(*keys, "by").annotate(n=wrong):
        people[tuple(key)][by] = n
    return {
        key: Took(seconds=each, people=people[key].keys(), wrong=sum(people[key].values()))
        for key, each in seconds.items()
    }


def _of_topics(topics: Mapping[str, Took]) -> dict[str, Took]:
    """All together, and each topic that may be told beside the others."""
    whole = Took(
        seconds=sum((one.seconds for one in topics.values()), Counter()),
        people=frozenset[int]().union(*(one.people for one in topics.values())),
        wrong=sum(one.wrong for one in topics.values()),
    )
    counts = {topic: one.n for topic, one in topics.items()}
    shown = told_parts(counts, people=len(whole.people))
    return {
        **{topic: topics[topic] for topic, n in shown.items() if topic and n is not None},
        "": whole,
    }


def _month(month: Month, took: Took) -> OfMonth:
    people = len(took.people)
    if told(took.n, people=people) is None:
        return OfMonth(month=month, minutes=None, errors=None)
    parts = {"wrong": took.wrong, "right": took.n - took.wrong}
    wrong = told_parts(parts, people=people)["wrong"]
    return OfMonth(
        month=month,
        minutes=took.minutes,
        errors=None if wrong is None else Share(hits=wrong, n=took.n),
        hours=took.month_hours / _weeks(month),
    )


def _weeks(month: Month) -> float:
    return (month.after - month.first).days / WEEK_DAYS
