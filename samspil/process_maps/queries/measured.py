"""What is measured of steps that are live processes, tasks or activities of logs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count

from samspil.allocation.models import Estimate
from samspil.allocation.queries import Allocated, known_tasks
from samspil.core.allocation.divisions import Division
from samspil.core.allocation.portfolio import Range
from samspil.core.eventlogs.facts import Step as Activity
from samspil.core.organisation_models.contract import Route
from samspil.core.shares import Share
from samspil.eventlogs.models import EventLog, State
from samspil.eventlogs.queries import facts_in
from samspil.measures.queries import OfMonth, last_month_of
from samspil.process_maps.models import Step
from samspil.work.models import Case
from samspil.work.queries.sharing import LATELY

Place = tuple[int, str]
"""A process by its primary key, and a topic; empty for all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """How many of the cases lately went which way."""

    routes: Mapping[Route, int]

    @property
    def alone(self) -> Share:
        """Those that AI finished by itself."""
        return Share(hits=self.routes.get(Route.ALONE, 0), n=sum(self.routes.values()))

    @property
    def most(self) -> Route:
        """The way that most of them went; with a person in it where two are alike."""
        order = (Route.PERSON, Route.TOGETHER, Route.ALONE)
        return max(order, key=lambda one: self.routes.get(one, 0))


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What is known of everything that steps are linked to."""

    months: Mapping[Place, OfMonth] = field(default_factory=dict)
    routed: Mapping[Place, Routed] = field(default_factory=dict)
    tasks: Mapping[int, Allocated] = field(default_factory=dict)
    saved: Mapping[int, Range] = field(default_factory=dict)
    logs: Mapping[int, EventLog] = field(default_factory=dict)
    activities: Mapping[tuple[int, str], Activity] = field(default_factory=dict)


def measured_of(steps: Sequence[Step], *, now: datetime) -> Measured:
    """Of these steps; as many statements for one as for three hundred."""
    processes = sorted({one.process_id for one in steps if one.process_id})
    tasks = {one.task_id: one.task for one in steps if one.task}
    known = {one.task.pk: one for one in known_tasks(tasks.values())} if tasks else {}
    logs = _logs({one.log_id for one in steps if one.log_id})
    return Measured(
        months=last_month_of(processes, now=now) if processes else {},
        routed=_routed(processes, now=now) if processes else {},
        tasks=known,
        saved=_saved(known) if known else {},
        logs=logs,
        activities={
            (pk, activity.name): activity for pk, log in logs.items() for activity in _facts(log)
        },
    )


def _routed(processes: Sequence[int], *, now: datetime) -> Mapping[Place, Routed]:
    cases = Case.objects.filter(process__in=processes, routed_at__gte=now - LATELY)
    rows = cases.exclude(route="").order_by().values_list("process_id", "topic", "route")
    found: defaultdict[Place, defaultdict[Route, int]] = defaultdict(lambda: defaultdict(int))
    for process, topic, route, n in rows.annotate(n=Count("pk")):
        for key in {topic, ""}:
            found[process, key][Route(route)] += n
    return {place: Routed(routes=routes) for place, routes in found.items()}


def _saved(known: Mapping[int, Allocated]) -> Mapping[int, Range]:
    """The share of the hours that people expect to save; not of what a person does alone."""
    rows = Estimate.objects.filter(task__in=known)
    return {
        row.task_id: Range(low=row.saved_low, high=row.saved_high)
        for row in rows
        if known[row.task_id].division is not Division.PERSON_ALONE
    }


def _logs(pks: set[int | None]) -> Mapping[int, EventLog]:
    if not pks:
        return {}
    return EventLog.objects.filter(removed_at=None, state=State.MADE).in_bulk(list(pks))


def _facts(log: EventLog) -> Iterable[Activity]:
    return facts_in(log).steps
