"""Say when an organisation is open, and what is done when cases wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce

from samspil.adapters.calendars import public_holidays
from samspil.core.escalation import USUAL, Deed, Target
from samspil.core.lifecycle import OPEN
from samspil.core.opening_hours import OpeningHours, stored_hours
from samspil.people.models import Colleague, Team
from samspil.tenancy.actions import change_zone
from samspil.work.access import check_may_change
from samspil.work.actions.noting import note_process
from samspil.work.models import Case, EscalationStep, Process, Timetable


@transaction.atomic
def set_hours(
    process: Process | None,
    *,
    hours: OpeningHours | None,
    country: str = "",
    state: str = "",
    zone: str,
    by: Colleague | None,
    at: datetime,
) -> None:
    """Say when those who work on a process (None: on all others) are there; None is around the
    clock. Running cases keep their deadlines.

    The zone of all is the organisation's own. `by` is None only while an organisation is founded.
    Raises `NotAllowed`, `UnknownCalendar`.
    """
    if by is not None:
        check_may_change(by, process)
    public_holidays(country, state, year=at.year)
    values = {
        "hours": stored_hours(hours),
        "country": country,
        "state": state,
        "zone": zone if process else "",
    }
    Timetable.objects.update_or_create(process=process, defaults=values)
    if process is None:
        change_zone(zone)
    note_process(process, "hours_changed", by=by, at=at, country=country, state=state, zone=zone)


@transaction.atomic
def drop_hours(process: Process, *, by: Colleague, at: datetime) -> None:
    """Let a process have the same hours as all others."""
    check_may_change(by, process)
    if Timetable.objects.filter(process=process).delete()[0]:
        note_process(process, "hours_dropped", by=by, at=at)


def make_usual_steps(process: Process) -> None:
    """Give a process the ladders that most begin with."""
    EscalationStep.objects.bulk_create(
        EscalationStep(
            process=process,
            level=level,
            target=rung.target,
            deed=rung.deed,
            percent=rung.percent,
            minutes=None if rung.percent is not None else rung.minutes,
        )
        for level, rungs in USUAL.items()
        for rung in rungs
    )


@transaction.atomic
def use_usual_steps(process: Process, *, by: Colleague, at: datetime) -> None:
    """Put the usual ladders in the place of whatever the process has."""
    check_may_change(by, process)
    EscalationStep.objects.filter(process=process).delete()
    make_usual_steps(process)
    _look_again(process, [*USUAL])
    note_process(process, "steps_changed", by=by, at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step as somebody wants it: after `percent` of the time or `minutes` after the deadline.

    With `hand_over_to` the case goes to that team, and the target is told.
    """

    level: str
    percent: int | None = None
    minutes: int | None = None
    target: Target = Target.TEAM
    colleague: Colleague | None = None
    hand_over_to: Team | None = None


@transaction.atomic
def set_step(
    process: Process,
    step: EscalationStep | None,
    *,
    planned: PlannedStep,
    by: Colleague,
    at: datetime,
) -> EscalationStep:
    """Change a step of a process, or add one (None). What a case has been through stays done."""
    check_may_change(by, process)
    levels = {planned.level, step.level} if step else {planned.level}
    step = step or EscalationStep(process=process)
    step.level, step.percent, step.minutes = planned.level, planned.percent, planned.minutes
    step.target = planned.target
    step.colleague = planned.colleague if planned.target is Target.COLLEAGUE else None
    step.deed = Deed.HAND_OVER if planned.hand_over_to else Deed.REMIND
    step.team = planned.hand_over_to
    step.save()
    _look_again(process, levels)
    note_process(process, "steps_changed", by=by, at=at)
    return step


@transaction.atomic
def remove_step(step: EscalationStep, *, by: Colleague, at: datetime) -> None:
    """Take a step out of its ladder."""
    check_may_change(by, step.process)
    EscalationStep.objects.filter(pk=step.pk).delete()
    note_process(step.process, "steps_changed", by=by, at=at)


def _look_again(process: Process, levels: Iterable[str]) -> None:
    """Have the next tick look at all open cases: another step may be due now."""
    cases = Case.objects.filter(process=process, stage__in=sorted(OPEN), level__in=[*levels, ""])
    cases.update(escalates_at=Coalesce(F("reopened_at"), F("opened_at")))
