"""What a process has seen: verified answers, minutes, and what arrived on each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from django.db import connection
from django.db.models import BooleanField, Count, ExpressionWrapper, F, Func, IntegerField, Q

from samspil.core.evidence.habits import Flags, Numbers, Places
from samspil.core.evidence.history import History, worked
from samspil.core.routing import BY_HABIT
from samspil.work.models import Case, Decision, Process, VerifiedAnswer
from samspil.work.queries.evidence import MOST
from samspil.work.queries.tallies import begin_of
from samspil.work.tallying import QUARTERS

LATELY = timedelta(days=90)
"""Arrivals and minutes of so many days are looked at."""
MOST_ARRIVALS = 50_000
"""Where an organisation has more cases in that time, only the days of the latest count…"""
AT_LEAST = timedelta(days=35)
"""… but never fewer than these, so that it is known which days of a week are busy."""
MOST_TIMED = 5_000
"""So many of the latest decisions say how long claimed cases take."""
SECONDS = 60
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """What is known of a process.

    `history` is None where no case was timed. `timed` cases have minutes, and those of
    `simulated` people count only where all are such. `rest_of_day` is the share of arrivals (0 to
    1) that used to come after the present time of day.
    """

    history: History | None
    verified: int
    timed: int
    simulated: bool
    days: int
    arrivals: int
    rest_of_day: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arrivals:
    """The days on which cases came, whether a hard rule claimed each, and the share that came
    after some time of day."""

    day: Places
    claimed: Flags
    later: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answers:
    """Verified answers of the version in use that prove something, latest first.

    `seconds` is 0 where nobody counted.
    """

    sure: Numbers
    wrong: Flags
    seconds: Numbers
    simulated: Flags


def known_of(process: Process, *, version: str, zone: ZoneInfo, at: datetime) -> Known:
    """What is known up to the end of yesterday, in four statements."""
    answers = _answers(process, version=version)
    others = _timed(process, since=at - LATELY, habit=not len(answers.sure))
    arrived = _arrivals(process, zone=zone, at=at)
    until = at.astimezone(zone).date().toordinal() - 1
    timed = np.concatenate([answers.simulated[answers.seconds > 0], others[:, 1] > 0])
    simulated = bool(len(timed) and timed.all())
    minutes = _minutes(answers.seconds, answers.simulated, with_simulated=simulated)
    claimed = _minutes(others[:, 0], others[:, 1] > 0, with_simulated=simulated)
    both = len(minutes) + len(claimed)
    return Known(
        history=_history(answers, arrived, minutes, claimed, until=until) if both else None,
        verified=len(answers.sure),
        timed=both,
        simulated=simulated,
        days=until - int(arrived.day.min()) + 1 if len(arrived.day) else 0,
        arrivals=len(arrived.day),
        rest_of_day=arrived.later,
    )


def _history(
    answers: Answers, arrived: Arrivals, minutes: Numbers, claimed: Numbers, *, until: int
) -> History:
    """Verified answers that nobody timed take what others took."""
    taken = minutes if len(minutes) else claimed
    return History(
        sure=answers.sure,
        wrong=answers.wrong,
        minutes=np.resize(taken, len(answers.sure)),
        day=arrived.day,
        claimed=arrived.claimed,
        claimed_minutes=claimed,
        until=until,
    )


def _answers(process: Process, *, version: str) -> Answers:
    rows = VerifiedAnswer.objects.filter(process=process, version=version, proves=True).order_by(
        "-pk"
    )
    found = rows.values_list("sureness", "wrong", "decision__seconds", "simulated")[:MOST]
    table = np.array(list(found), dtype=np.float64).reshape(-1, 4)
    return Answers(
        sure=table[:, 0], wrong=table[:, 1] > 0, seconds=table[:, 2], simulated=table[:, 3] > 0
    )


def _timed(process: Process, *, since: datetime, habit: bool) -> Numbers:
    """Seconds of decisions in cases that hard rules claimed, and whether people were simulated;
    with `habit` those of all others too."""
    rows = Decision.objects.filter(case__process=process, at__gte=since).order_by("-at", "-pk")
    found = rows.values_list("seconds", "simulated", "case__reason")[:MOST_TIMED]
    kept = [(seconds, told) for seconds, told, why in found if habit or why not in BY_HABIT]
    return np.array(kept, dtype=np.float64).reshape(-1, 2)


def _minutes(seconds: Numbers, simulated: Flags, *, with_simulated: bool) -> Numbers:
    counts = (seconds > 0) & (with_simulated | ~simulated)
    return worked(seconds[counts] / SECONDS)


def _arrivals(process: Process, *, zone: ZoneInfo, at: datetime) -> Arrivals:
    """What arrived on days that are over, read by quarters of an hour."""
    now = at.astimezone(zone)
    today = datetime.combine(now.date(), time(), tzinfo=zone)
    since, whole = _since(today - LATELY, today)
    rows = Case.objects.filter(process=process, opened_at__gte=since, opened_at__lt=today)
    rows = rows.filter(merged_into__isnull=True).order_by()
    quarter = Func(
        F("opened_at"),
        template=QUARTERS[connection.vendor].format(at="%(expressions)s"),
        output_field=IntegerField(),
    )
    rule = ExpressionWrapper(~Q(reason__in=sorted(BY_HABIT)), output_field=BooleanField())
    found = rows.values(quarter=quarter, rule=rule).annotate(n=Count("pk"))
    told = [
        (begin_of(one["quarter"]).astimezone(zone), bool(one["rule"]), one["n"]) for one in found
    ]
    if not whole:
        told = [one for one in told if one[0].date() > since.astimezone(zone).date()]
    many = np.array([n for _, _, n in told], dtype=np.intp)
    later = np.array([begin.time() >= now.time() for begin, _, _ in told], dtype=bool)
    return Arrivals(
        day=np.repeat([begin.date().toordinal() for begin, _, _ in told], many).astype(np.intp),
        claimed=np.repeat([ruled for _, ruled, _ in told], many).astype(bool),
        later=float(many[later].sum() / many.sum()) if len(many) else 0.0,
    )


def _since(since: datetime, until: datetime) -> tuple[datetime, bool]:
    """From when on arrivals are read, and whether that day is read as a whole."""
    rows = Case.objects.filter(opened_at__gte=since, opened_at__lt=until).order_by("-opened_at")
    last = rows.values_list("opened_at", flat=True)[MOST_ARRIVALS : MOST_ARRIVALS + 1]
    found: Sequence[datetime] = list(last)
    if not found:
        return since, True
    return min(found[0], until - AT_LEAST), False
