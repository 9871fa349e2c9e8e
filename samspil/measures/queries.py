"""What cases took before AI, and month by month since."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext

from samspil.core.anonymity import Month, TooFewPeople, check_enough, last_month, told, told_parts
from samspil.core.contesting import Outcome
from samspil.core.measures.spread import NoValues, Spread, spread_of
from samspil.core.months import months_after
from samspil.core.shares import Share
from samspil.measures.models import Baseline
from samspil.people.queries import day_of, midnight
from samspil.tenancy.queries import current
from samspil.work.models import Complaint, Decision, Process

MOST = 20_000
"""The latest decisions that are looked at; more would change nothing that shows."""
MONTHS = 12
"""So many months that are over are shown."""
MINUTE_S = 60
HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What closed cases took: minutes of whoever decided, and how many were changed afterwards."""

    minutes: Spread
    errors: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMonth:
    """A month that is over; without figures where it had fewer than five cases or people.

    `hours` are those of all who decided, together, a week.
    """

    month: Month
    minutes: Spread | None
    errors: Share | None
    hours: float | None = None


def baselines_of(process: Process, *, most: int = 12) -> list[Baseline]:
    """Those of a process, newest first."""
    found = Baseline.objects.filter(process=process).select_related("by", "process")
    return list(found.order_by("-pk")[:most])


def baseline_of(process: Process, *, topic: str = "") -> Baseline | None:
    """The one that counts; None before the first."""
    found = Baseline.objects.filter(process=process, topic=topic).select_related("by")
    return found.order_by("-pk").first()


def latest_baselines() -> Mapping[int, Baseline]:
    """The one that counts of each process as a whole, by its primary key; one statement."""
    newer = Baseline.objects.filter(process=OuterRef("process"), topic="", pk__gt=OuterRef("pk"))
    found = Baseline.objects.filter(~Exists(newer), topic="").select_related("process")
    return {one.process_id: one for one in found}


def counted(process: Process, *, topic: str = "", since: date, until: date) -> Counted:
    """What cases took that people decided on these days without seeing anything of AI.

    Raises `TooFewPeople` where fewer than five people decided, and `NoValues` without cases.
    """
    found = _decisions(process, midnight(since), _after(until)).filter(
        Q(proposal__isnull=True) | Q(at_the_time__unseen=True)
    )
    if topic:
        found = found.filter(topic=topic)
    rows = list(found.values_list("seconds", "by", _changed())[:MOST])
    if not rows:
        raise NoValues(gettext("No case was decided without AI on these days."))
    _check_people(len({by for _, by, _ in rows}))
    return Counted(
        minutes=spread_of([seconds / MINUTE_S for seconds, *_ in rows]),
        errors=Share(hits=sum(wrong for *_, wrong in rows), n=len(rows)),
    )


def _check_people(people: int) -> None:
    try:
        check_enough(people)
    except TooFewPeople:
        told = gettext("Fewer than five people decided on these days, so nothing is counted.")
        raise TooFewPeople(told) from None


def series(process: Process, *, now: datetime) -> list[OfMonth]:
    """The months that are over, the oldest first, from the first in which something was decided;
    one statement."""
    last = last_month(day_of(now))
    first = months_after(last.first, 1 - MONTHS)
    found = _decisions(process, midnight(first), midnight(last.after))
    zone = ZoneInfo(current().time_zone)
    months: dict[Month, list[tuple[float, int, bool]]] = defaultdict(list)
    for at, seconds, by, wrong in found.values_list("at", "seconds", "by", _changed())[:MOST]:
        day = at.astimezone(zone).date()
        months[Month(day.replace(day=1))].append((seconds / MINUTE_S, by, wrong))
    return [_month(month, months[month]) for month in sorted(months)]


def last_months(processes: Sequence[int], *, now: datetime) -> Mapping[int, Spread]:
    """Minutes for a case in the last month that is over, by the primary key of its process; not of
    one that had fewer than five cases or people. One statement."""
    last = last_month(day_of(now))
    found = Decision.objects.filter(
        case__process__in=processes, at__gte=midnight(last.first), at__lt=midnight(last.after)
    )
    rows: dict[int, list[tuple[float, int, bool]]] = defaultdict(list)
    for process, seconds, by in found.order_by("-pk").values_list("case__process", "seconds", "by")[
        :MOST
    ]:
        rows[process].append((seconds / MINUTE_S, by, False))
    months = {process: _month(last, each).minutes for process, each in rows.items()}
    return {process: minutes for process, minutes in months.items() if minutes is not None}


def last_month_of(processes: Sequence[int], *, now: datetime) -> Mapping[tuple[int, str], OfMonth]:
    """The last month that is over, by the primary key of a process and a topic (empty: all of the
    process); without what had fewer than five cases or people, and without a topic by which such a
    one could be worked out. One statement."""
    last = last_month(day_of(now))
    found = Decision.objects.filter(
        case__process__in=processes, at__gte=midnight(last.first), at__lt=midnight(last.after)
    )
    rows: dict[int, dict[str, list[tuple[float, int, bool]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    columns = ("case__process", "topic", "seconds", "by", _changed())
    for process, topic, seconds, by, wrong in found.order_by("-pk").values_list(*columns)[:MOST]:
        rows[process][topic].append((seconds / MINUTE_S, by, wrong))
    months = {
        (process, topic): _month(last, each)
        for process, topics in rows.items()
        for topic, each in _of_topics(topics).items()
    }
    return {key: month for key, month in months.items() if month.minutes is not None}


def _of_topics(
    topics: Mapping[str, list[tuple[float, int, bool]]],
) -> dict[str, list[tuple[float, int, bool]]]:
    """All together, and each topic that may be told beside the others."""
    whole = [one for each in topics.values() for one in each]
    people = len({by for _, by, _ in whole})
    counts = told_parts({topic: len(each) for topic, each in topics.items()}, people=people)
    return {
        **{topic: topics[topic] for topic, n in counts.items() if topic and n is not None},
        "": whole,
    }


def _month(month: Month, rows: Sequence[tuple[float, int, bool]]) -> OfMonth:
    people = len({by for _, by, _ in rows})
    if told(len(rows), people=people) is None:
        return OfMonth(month=month, minutes=None, errors=None)
    wrong = sum(one for *_, one in rows)
    shown = told_parts({"wrong": wrong, "right": len(rows) - wrong}, people=people)["wrong"]
    return OfMonth(
        month=month,
        minutes=spread_of([minutes for minutes, *_ in rows]),
        errors=None if shown is None else Share(hits=shown, n=len(rows)),
        hours=sum(minutes for minutes, *_ in rows) / HOUR / _weeks(month),
    )


def _weeks(month: Month) -> float:
    return (month.after - month.first).days / 7


def _decisions(process: Process, first: datetime, after: datetime) -> QuerySet[Decision]:
    """Decisions of this time, newest first."""
    made = Decision.objects.filter(case__process=process, at__gte=first, at__lt=after)
    return made.order_by("-pk")


def _changed() -> Exists:
    """Whether a decision was changed after somebody disagreed."""
    return Exists(
        Complaint.objects.filter(
            case=OuterRef("case"), round=OuterRef("round"), outcome=Outcome.CHANGED
        )
    )


def _after(day: date) -> datetime:
    return midnight(date.fromordinal(day.toordinal() + 1))
