"""What went wrong, who has to be told of it by when, and what may have been an incident."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from samspil.core.ai_act.built import Built
from samspil.core.incidents import Duty, Owed, Severity, duties_of, severity_of
from samspil.core.retention.periods import Reach
from samspil.journal.models import Entry
from samspil.trust.models import Incident, Step, Weighed
from samspil.trust.queries.uses import things
from samspil.uses.queries import Thing
from samspil.work.models import Stop

LOOKED_BACK = timedelta(days=30)
"""What happened longer ago is not proposed any more."""
MOST_PROPOSED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who has to be told, and the step by which somebody did; `in_force`: it is owed already."""

    owed: Owed
    told: Step | None
    in_force: bool
    late: bool

    @property
    def open(self) -> bool:
        """Whether somebody still has to."""
        return self.told is None and self.in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An incident as it stands."""

    incident: Incident
    severity: Severity
    tellings: Sequence[Telling]

    @property
    def open(self) -> Sequence[Telling]:
        """Who still has to be told, the first due first."""
        return [] if self.incident.closed_at else [one for one in self.tellings if one.open]

    @property
    def late(self) -> bool:
        """Whether a time has passed in which somebody had to be told."""
        return any(one.late for one in self.open)


def incidents() -> QuerySet[Incident]:
    """Every incident, the newest first."""
    found = Incident.objects.select_related("by", "closed_by").prefetch_related("steps__by")
    return found.order_by("-noticed_at", "-pk")


def incident_at(public_id: UUID) -> Incident:
    """One incident; raises `Incident.DoesNotExist`."""
    return incidents().get(public_id=public_id)


def standing_of(incident: Incident, *, now: datetime) -> Standing:
    """How it stands now; no statement where its steps were fetched."""
    on, facts = timezone.localdate(now), incident.facts
    told = {one.duty: one for one in incident.steps.all() if one.duty}
    tellings = [
        _telling(owed, told.get(owed.duty), in_force=owed.in_force(on=on), now=now)
        for owed in duties_of(facts, noticed_at=incident.noticed_at)
    ]
    return Standing(incident=incident, severity=severity_of(facts), tellings=tellings)


def open_incidents(*, now: datetime) -> list[Standing]:
    """What is not closed, the first noticed first; three statements."""
    found = incidents().filter(closed_at=None).order_by("noticed_at", "pk")
    return [standing_of(one, now=now) for one in found]


def told_of(incident: Incident) -> frozenset[Duty]:
    """Which duties are met."""
    return frozenset(Duty(one.duty) for one in incident.steps.all() if one.duty)


def thing_at(key: str) -> Thing | None:
    """The use of AI with this id; None where there is none, or no more."""
    return next((one for one in things() if one.thing == key), None) if key else None


def stops_around(incident: Incident) -> list[Stop]:
    """Stops of AI in that process, or everywhere, since it was noticed or not lifted by then."""
    if not incident.thing:
        return []
    here = Q(process=None)
    if incident.kind == Built.PROCESS:
        here |= Q(process__public_id=incident.thing)
    then = Q(lifted_at=None) | Q(lifted_at__gte=incident.noticed_at)
    end = incident.closed_at or timezone.now()
    return list(Stop.objects.filter(here, then, at__lte=end).select_related("by").order_by("at"))


def proposed(*, now: datetime) -> list[Entry]:
    """Stops of AI, and falls by rule, of the last 30 days that nobody has weighed; newest first."""
    weighed = set(Weighed.objects.values_list("entry", flat=True))
    since = Entry.objects.filter(at__gte=now - LOOKED_BACK)
    rows = since.filter(event__in=("stopped", "autonomy_moved")).order_by("-sequence")
    return [one for one in rows if one.sequence not in weighed and _alarms(one)][:MOST_PROPOSED]


def is_proposed(sequence: int, *, now: datetime) -> bool:
    """Whether this entry of the journal may be weighed."""
    return any(one.sequence == sequence for one in proposed(now=now))


def over_incidents(reach: Reach) -> QuerySet[Incident]:
    """Incidents that were closed long enough ago, but for those of a held process."""
    held = [str(one) for one in reach.holds.processes]
    return Incident.objects.filter(closed_at__lt=reach.before).exclude(thing__in=held)


def _telling(owed: Owed, told: Step | None, *, in_force: bool, now: datetime) -> Telling:
    late = told is None and in_force and owed.due_at is not None and owed.due_at <= now
    return Telling(owed=owed, told=told, in_force=in_force, late=late)


def _alarms(entry: Entry) -> bool:
    if entry.event == "stopped":
        return True
    facts = json.loads(entry.facts)
    return entry.actor_kind != "person" and facts.get("after", 0) < facts.get("before", 0)
