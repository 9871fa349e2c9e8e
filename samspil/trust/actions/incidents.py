"""Report what went wrong, judge it, say who was told and what was done, and close it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samspil.core.ai_act.classing import Risk
from samspil.core.incidents import WORDS, Breach, Duty, Harm, close_fault, severity_of
from samspil.core.masking import mask
from samspil.core.retention.categories import Category
from samspil.core.roles import Action
from samspil.governance.queries import reach_of
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.tenancy.actions import delete_rows
from samspil.trust.models import Incident, Step, Weighed
from samspil.trust.queries.incidents import (
    incident_at,
    is_proposed,
    over_incidents,
    thing_at,
    told_of,
)
from samspil.uses.queries import Thing, check_may_govern, standing_at


class BadIncident(ValueError):
    """An incident cannot be so; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What somebody reports. `thing` is the id of a use of AI, empty where none had part in it;
    `entry` the number of the journal's entry by which one came to it."""

    what: str
    noticed_at: datetime
    thing: str = ""
    concerns: Sequence[str] = field(default=())
    number: int | None = None
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What it means, and for whom."""

    breach: Breach
    harms: Sequence[Harm] = field(default=())
    concerns: Sequence[str] = field(default=())
    number: int | None = None


@transaction.atomic
def report_incident(reported: Reported, *, by: Colleague, at: datetime) -> Incident:
    """Keep what went wrong; it counts as a risk until somebody judges it. Raises `BadIncident`."""
    check_may(by, Action.SEE_TODAY)
    what = _words(reported.what)
    if not what:
        raise BadIncident(_("Say what happened."))
    if reported.noticed_at > at:
        raise BadIncident(_("It cannot have been noticed in the future."))
    thing = thing_at(reported.thing)
    if reported.thing and thing is None:
        raise BadIncident(_("There is no such use of AI here."))
    made = Incident.objects.create(
        what=what, noticed_at=reported.noticed_at, concerns=list(reported.concerns),
        number=reported.number, at=at, by=by, **_of(thing, at=at),
    )  # fmt: skip
    note("incident_reported", "incident", made.public_id, by=by, at=at, use=made.thing)
    if reported.entry is not None:
        _weigh(reported.entry, made, by=by, at=at)
    return made


@transaction.atomic
def judge_incident(incident: Incident, judged: Judged, *, by: Colleague, at: datetime) -> None:
    """Say what it means for people, as often as one learns more; raises `BadIncident`."""
    check_may_govern(by)
    now = _open(incident)
    now.breach, now.harms = judged.breach.value, [one.value for one in judged.harms]
    now.concerns, now.number = list(judged.concerns), judged.number
    thing = thing_at(now.thing)
    for name, value in (_of(thing, at=at) if thing else {}).items():
        setattr(now, name, value)
    now.save()
    note(
        "incident_judged", "incident", now.public_id, by=by, at=at, breach=now.breach,
        harms=now.harms, severity=severity_of(now.facts).value,
    )  # fmt: skip


@transaction.atomic
def note_step(
    incident: Incident, *, duty: Duty | None, what: str, when: datetime, by: Colleague, at: datetime
) -> None:
    """Say what was done, or whom somebody told and how; raises `BadIncident`."""
    check_may_govern(by)
    if when > at:
        raise BadIncident(_("That is still to come: put it down once it is done."))
    step = Step(incident=_open(incident), duty=duty or "", what=_words(what), when=when)
    step.at, step.by = at, by
    step.save()
    told = {"duty": duty.value} if duty else {}
    event = "incident_told" if duty else "incident_step"
    note(event, "incident", incident.public_id, by=by, at=at, **told)


@transaction.atomic
def close_incident(incident: Incident, *, learned: str, by: Colleague, at: datetime) -> None:
    """Close it with what was learned; raises `BadIncident` where somebody has to be told yet."""
    check_may_govern(by)
    now = _open(incident)
    fault = close_fault(
        now.facts, told=told_of(now), learned=learned, noticed_at=now.noticed_at,
        on=timezone.localdate(at),
    )  # fmt: skip
    if fault:
        raise BadIncident(_(WORDS[fault]))
    still = Incident.objects.filter(pk=now.pk, closed_at=None)
    still.update(closed_at=at, closed_by=by, learned=_words(learned))
    note("incident_closed", "incident", now.public_id, by=by, at=at)


@transaction.atomic
def dismiss(entry: int, *, by: Colleague, at: datetime) -> None:
    """Say that an entry of the journal was no incident."""
    check_may_govern(by)
    _weigh(entry, None, by=by, at=at)
    note("incident_dismissed", "entry", str(entry), by=by, at=at)


def sweep_incidents(*, at: datetime) -> int:
    """Delete incidents that were closed long ago; returns how many."""
    return delete_rows(over_incidents(reach_of(Category.INCIDENTS, at=at)))


def _words(said: str) -> str:
    """What somebody wrote, without identity numbers."""
    return mask(said).text.strip()


def _weigh(entry: int, incident: Incident | None, *, by: Colleague, at: datetime) -> None:
    if not is_proposed(entry, now=at):
        raise BadIncident(_("Somebody has looked at this already."))
    Weighed.objects.create(entry=entry, incident=incident, by=by, at=at)


def _open(incident: Incident) -> Incident:
    found = incident_at(incident.public_id)
    if found.closed_at is not None:
        raise BadIncident(_("This incident is closed. Report it anew if there is more to it."))
    return found


def _of(thing: Thing | None, *, at: datetime) -> dict[str, str | bool]:
    if thing is None:
        return {}
    now = standing_at(thing, on=timezone.localdate(at))
    return {
        "kind": thing.kind.value, "thing": thing.thing, "name": thing.name,
        "high_risk": now.found.risk is Risk.HIGH, "provider": now.part.provider,
    }  # fmt: skip
