"""When cases are due and when somebody is told: calendars and ladders of the processes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from samspil.adapters.calendars import public_holidays
from samspil.core.deadlines import AROUND_THE_CLOCK, Calendar, first_response, time_after
from samspil.core.escalation import Deed, Outlook, Rung, Target, outlook
from samspil.core.opening_hours import read_hours
from samspil.core.routing import Level
from samspil.work.models import Case, EscalationStep, Process, Timetable


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When a case is due, and when the first step of its ladder is; None for never."""

    due_at: datetime
    escalates_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """Calendars by process (None: of all others) and ladders by process and level."""

    calendars: Mapping[int | None, Calendar]
    ladders: Mapping[tuple[int, str], Sequence[Rung]]

    def calendar(self, process_id: int) -> Calendar:
        """When those who work on this process are there."""
        usual = self.calendars.get(None, AROUND_THE_CLOCK)
        return self.calendars.get(process_id, usual)

    def times(self, process: Process, *, began: datetime, level: str = Level.STANDARD) -> Times:
        """The times of a case of this level whose round began at this instant."""
        working = first_response(minutes=process.first_response_minutes, level=level)
        return self.times_within(working, process, began=began, level=level)

    def times_within(
        self, working: timedelta, process: Process, *, began: datetime, level: str
    ) -> Times:
        """The same where so much working time is allowed, whatever the process usually allows."""
        calendar = self.calendar(process.pk)
        first = min((rung.after(working) for rung in self._ladder(process.pk, level)), default=None)
        return Times(
            due_at=time_after(began, working=working, calendar=calendar),
            escalates_at=None
            if first is None
            else time_after(began, working=first, calendar=calendar),
        )

    def outlook(self, case: Case, *, at: datetime) -> Outlook:
        """Which steps are due for a case, and when the next is."""
        return outlook(
            self._ladder(case.process_id, case.level or Level.STANDARD),
            opened=case.began_at,
            due=case.due_at,
            calendar=self.calendar(case.process_id),
            at=at,
        )

    def _ladder(self, process_id: int, level: str) -> Sequence[Rung]:
        return self.ladders.get((process_id, str(level)), ())


def timings(process: Process | None = None, *, at: datetime) -> Timings:
    """The timings of one process, or of all, with the holidays around this instant."""
    tables = Timetable.objects.select_related("organisation")
    steps = EscalationStep.objects.order_by("pk")
    if process is not None:
        tables = tables.filter(Q(process=process) | Q(process__isnull=True))
        steps = steps.filter(process=process)
    ladders: dict[tuple[int, str], list[Rung]] = {}
    for step in steps:
        ladders.setdefault((step.process_id, step.level), []).append(rung_of(step))
    return Timings(
        calendars={table.process_id: calendar_of(table, at=at) for table in tables},
        ladders=ladders,
    )


def calendar_of(table: Timetable, *, at: datetime) -> Calendar:
    """The calendar that a timetable describes, with the holidays around this instant."""
    return Calendar(
        hours=read_hours(table.hours),
        holidays=public_holidays(table.country, table.state, year=at.year),
        zone=ZoneInfo(table.zone or table.organisation.time_zone),
    )


def rung_of(step: EscalationStep) -> Rung:
    """A step as the rule knows it."""
    return Rung(
        key=step.pk,
        target=Target(step.target),
        deed=Deed(step.deed),
        percent=step.percent,
        minutes=step.minutes or 0,
    )


def timetable_of(process: Process | None) -> Timetable | None:
    """The hours that a process has of its own, or (None) those of all others."""
    return Timetable.objects.filter(process=process).select_related("organisation").first()


def steps_of(process: Process) -> list[EscalationStep]:
    """The process's steps by level, each level's in the order in which they are taken."""
    steps = EscalationStep.objects.filter(process=process).select_related("colleague", "team")
    working = {level: first_response(minutes=process.first_response_minutes, level=level)
               for level in Level}  # fmt: skip
    return sorted(
        steps,
        key=lambda step: (step.level, rung_of(step).after(working[Level(step.level)]), step.pk),
    )


def step_of(process: Process, public_id: UUID | str) -> EscalationStep:
    """One step of a process; raises `EscalationStep.DoesNotExist`."""
    steps = EscalationStep.objects.select_related("process", "colleague", "team")
    return steps.get(process=process, public_id=public_id)
