"""Who may decide a process's cases on the coming days, and when it is open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from samspil.core.deadlines import AROUND_THE_CLOCK, Calendar, open_time, working_time_between
from samspil.core.evidence.staffing import Staffing
from samspil.people.queries import Roster, away_between, roster
from samspil.tenancy.queries import current
from samspil.work.models import Process, ProcessTeam, Timetable
from samspil.work.queries.timing import calendar_of

HOUR = timedelta(hours=1)


def calendar_for(process: Process, *, at: datetime) -> Calendar:
    """When those who work on the process are there; around the clock it is in the organisation's
    zone."""
    tables = Timetable.objects.filter(Q(process=process) | Q(process__isnull=True))
    found = {table.process_id: table for table in tables.select_related("organisation")}
    table = found.get(process.pk) or found.get(None)
    if table is None:
        return replace(AROUND_THE_CLOCK, zone=ZoneInfo(current().time_zone))
    return calendar_of(table, at=at)


def part_left(calendar: Calendar, *, at: datetime) -> float:
    """The part of the day's open time that is still to come, 0 to 1; 0 where it is closed."""
    today = at.astimezone(calendar.zone).date()
    midnight = datetime.combine(today + timedelta(days=1), time(), tzinfo=calendar.zone)
    whole = open_time(today, calendar=calendar)
    left = working_time_between(at, midnight, calendar=calendar)
    return min(1.0, left / whole) if whole else 0.0


def staffing_of(
    process: Process,
    *,
    days: Sequence[date],
    calendar: Calendar,
    minutes: int | None,
    at: datetime,
) -> Staffing:
    """The people of the process's teams on these days, each with the part of their time that it
    gets: one of two processes gets half. `minutes` is what somebody said they have."""
    known = roster(at=at)
    parts = _parts(process, known)
    away = away_between(days[0], days[-1])
    return Staffing(
        opening=tuple(open_time(day, calendar=calendar) / HOUR for day in days),
        there=tuple(_there(parts, away, day) for day in days),
        people=sum(parts.values()),
        many=len(parts),
        minutes=minutes,
    )


def _parts(process: Process, known: Roster) -> dict[int, float]:
    """Who may decide the process's cases, with the part of their time it gets, by primary key."""
    rows = ProcessTeam.objects.filter(Q(process=process) | Q(process__sample=False))
    processes: dict[int, set[int]] = {}
    for process_id, team_id in rows.values_list("process", "team"):
        for member in filter(known.may_decide, known.teams.get(team_id, ())):
            processes.setdefault(member, set()).add(process_id)
    return {one: 1 / len(serves) for one, serves in processes.items() if process.pk in serves}


def _there(parts: Mapping[int, float], away: Sequence[tuple[int, date, date]], day: date) -> float:
    missing = {one for one, first, last in away if first <= day <= last}
    return sum(part for one, part in parts.items() if one not in missing)
