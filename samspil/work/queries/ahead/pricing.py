"""What the running price of a process is, and what it moves by: the looks of its open hours."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
from django.db.models import F, FilteredRelation, Q, QuerySet

from samspil.core.anonymity.telling import enough
from samspil.core.deadlines import Calendar, open_time, working_time_between
from samspil.core.evidence.history import LAID_ASIDE
from samspil.core.evidence.running_price import Hour, Look
from samspil.core.routing import BY_HABIT
from samspil.work.models import Capacity, Case, DayPrice, Decision, Process, RunningPrice
from samspil.work.queries.ahead.people import calendar_for, staffing_of
from samspil.work.queries.ahead.supposing import FULL_HOUR, days_ahead

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LONGEST = timedelta(days=7)
"""Hours further back, in which nothing moved the price, are passed over."""
KEPT = timedelta(days=90)
SHOWN = 14
"""So many of the latest days are shown."""
LATEST = 1_000
"""So many of the latest timed decisions say how long a look takes."""
SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The open hours since the price last moved, each with the day that it belongs to.

    `usual` minutes are what a look takes; None: nobody was timed. `told` are the days on which
    enough people decided for the price to be kept.
    """

    hours: tuple[Hour, ...]
    days: tuple[date, ...]
    usual: float | None
    told: frozenset[date]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """The price as it stands, and at the end of the latest days of which it is told."""

    price: float
    days: tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """How long a look takes: a case held for longer than `most` minutes was laid aside."""

    usual: float
    most: float
    simulated: bool


def price_of(process: Process) -> Priced | None:
    """The price of a process, in two statements; None before it was first worked out."""
    kept = RunningPrice.objects.filter(process=process).first()
    rows = DayPrice.objects.filter(process=process).order_by("-day")
    days = list(rows.values_list("day", "price")[:SHOWN])
    return Priced(price=kept.price, days=tuple(reversed(days))) if kept else None


def processes_to_price(until: datetime) -> QuerySet[Process]:
    """Those whose price has not been worked out up to this hour; made-up ones have none."""
    to_move = Q(running_price__isnull=True) | Q(running_price__moved_to__lt=until)
    return (
        Process.objects.filter(to_move, sample=False).select_related("running_price").order_by("pk")
    )


def stretch_of(process: Process, *, since: datetime, until: datetime) -> Stretch:
    """What was asked of people from one full hour to another; the number of statements is the same
    however much that is, and small where it was closed."""
    calendar = calendar_for(process, at=until)
    since = max(since, until - LONGEST)
    today = until.astimezone(calendar.zone).date()
    budgets = _budgets(process, calendar, since=since, until=until)
    timed = _timed(process, until=until) if budgets else None
    if timed is None:
        return Stretch(hours=(), days=(), usual=None, told=frozenset(), today=today)
    looks: dict[datetime, list[Look]] = defaultdict(list)
    people: dict[date, set[int]] = defaultdict(set)
    midnight = _midnight(since.astimezone(calendar.zone).date(), calendar)
    for at, by, look in _decided(process, timed, since=midnight, until=until):
        people[at.astimezone(calendar.zone).date()].add(by)
        looks[_hour_of(at)].append(look)
    for at, look in _fell_due(process, timed, since=since, until=until):
        looks[_hour_of(at)].append(look)
    return Stretch(
        hours=tuple(Hour(budget=one, looks=tuple(looks[at])) for at, one in budgets.items()),
        days=tuple(at.astimezone(calendar.zone).date() for at in budgets),
        usual=timed.usual,
        told=frozenset(day for day, each in people.items() if enough(len(each))),
        today=today,
    )


def _budgets(
    process: Process, calendar: Calendar, *, since: datetime, until: datetime
) -> Mapping[datetime, float]:
    """The minutes that people had in each hour in which they had any, by its beginning."""
    starts = [since + HOUR * number for number in range(int((until - since) / HOUR))]
    opened = {at: working_time_between(at, at + HOUR, calendar=calendar) for at in starts}
    if not any(opened.values()):
        return {}
    capacity = Capacity.objects.filter(process=process).first()
    stated = capacity.minutes_a_day if capacity else None
    days = days_ahead(calendar, at=since)
    staffing = staffing_of(process, days=days, calendar=calendar, minutes=stated, at=until)
    hours = dict(zip(days, staffing.hours(), strict=True))
    found = {}
    for at, part in opened.items():
        day = at.astimezone(calendar.zone).date()
        if part and hours[day]:
            found[at] = FULL_HOUR * hours[day] * (part / open_time(day, calendar=calendar))
    return found


def _timed(process: Process, *, until: datetime) -> Timed | None:
    """How long the latest looks took; minutes of simulated people count where all are such."""
    rows = Decision.objects.filter(
        case__process=process, seconds__gt=0, at__gt=until - KEPT, at__lte=until
    )
    latest = list(rows.order_by("-at", "-pk").values_list("seconds", "simulated")[:LATEST])
    simulated = all(told for _, told in latest)
    minutes = np.array([s / SECONDS for s, told in latest if told == simulated], dtype=np.float64)
    if not len(minutes):
        return None
    most = LAID_ASIDE * float(np.median(minutes))
    usual = float(np.minimum(minutes, most).mean())
    return Timed(usual=usual, most=most, simulated=simulated)


def _decided(
    process: Process, timed: Timed, *, since: datetime, until: datetime
) -> Iterator[tuple[datetime, int, Look]]:
    """Cases that people decided before they were due, by whom, and what they took."""
    rows = Decision.objects.filter(
        case__process=process, simulated=timed.simulated, seconds__gt=0,
        at__gt=since, at__lte=until, case__due_at__gt=F("at"),
    )  # fmt: skip
    found = rows.values_list("at", "by", "seconds", "case__reason", "proposal__sureness")
    for at, by, seconds, reason, sure in found:
        minutes = min(seconds / SECONDS, timed.most)
        yield at, by, _look(minutes, reason=reason, sure=sure)


def _fell_due(
    process: Process, timed: Timed, *, since: datetime, until: datetime
) -> Iterator[tuple[datetime, Look]]:
    """Cases that were due and still waited: they would have taken what is usual."""
    late = Q(closed_at__isnull=True) | Q(closed_at__gte=F("due_at"))
    there = Q(snoozed_until__isnull=True) | Q(snoozed_until__lte=F("due_at"))
    rows = Case.objects.filter(
        late, there, process=process, due_at__gt=since, due_at__lte=until, merged_into__isnull=True
    ).annotate(
        looked=FilteredRelation("proposals", condition=Q(proposals__round=F("round")))
    )  # fmt: skip
    for at, reason, sure in rows.values_list("due_at", "reason", "looked__sureness"):
        yield at, _look(timed.usual, reason=reason, sure=sure)


def _look(minutes: float, *, reason: str, sure: float | None) -> Look:
    """As what lies ahead sees an open case: AI's doubt is what a look gains."""
    barred = reason not in BY_HABIT or sure is None
    return Look(minutes=minutes, gain=1 - (sure or 0.0), barred=barred)


def _hour_of(at: datetime) -> datetime:
    """The hour that it fell into: a deadline at the stroke of an hour belongs to the one before."""
    full = at.replace(minute=0, second=0, microsecond=0)
    return full - HOUR if full == at else full


def _midnight(day: date, calendar: Calendar) -> datetime:
    return datetime.combine(day, time(), tzinfo=calendar.zone)
