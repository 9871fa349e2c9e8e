"""A map that nobody else changes meanwhile: its steps, its ways, and what was said before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from samspil.audit.models import Task
from samspil.core.process_maps.faults import MOST_KEPT, MOST_LINES, MOST_STEPS, Fault, Unfit
from samspil.core.process_maps.saying import check_begins, fit_owner
from samspil.core.process_maps.walking import Line
from samspil.eventlogs.models import EventLog
from samspil.people.actions import note
from samspil.people.models import Colleague, Team
from samspil.process_maps.actions.refusing import Refused, stale
from samspil.process_maps.models import Connection, ProcessMap, Step
from samspil.work.models import Process

OWNED = ("team_id", "person_id", "role")
OF_MAP = ("name", *OWNED)
OF_STEP = (
    "name", *OWNED, "minutes", "waiting", "errors", "ai_share", "begins", "times", "per", "route",
    "process_id", "topic", "task_id", "log_id", "activity",
)  # fmt: skip
"""What can be said otherwise, and taken back."""
POINTS_AT: Mapping[str, Callable[[], QuerySet[Any]]] = {
    "team_id": Team.objects.all,
    "person_id": Colleague.objects.all,
    "process_id": Process.objects.all,
    "task_id": Task.objects.all,
    "log_id": EventLog.objects.all,
}
"""Things that may be gone by the time something is taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who answers for something: a team, a person, or a role in words; nobody by default."""

    team: Team | None = None
    person: Colleague | None = None
    role: str = ""

    def fields(self) -> dict[str, object]:
        """As rows keep it; raises `Unfit`."""
        return {
            "team_id": self.team.pk if self.team else None,
            "person_id": self.person.pk if self.person else None,
            "role": fit_owner(self.role),
        }


def locked(one: ProcessMap) -> ProcessMap:
    """The map as it is now, which nobody else changes meanwhile. Raises `Refused` once it is off
    the list."""
    now = ProcessMap.objects.select_for_update().get(pk=one.pk)
    if now.removed_at is not None:
        raise Refused(_("This map is off the list: put it back first."))
    return now


def step_now(step: Step) -> Step:
    """The step as it is now. Raises `Refused` while it is left out."""
    now = Step.objects.get(pk=step.pk)
    if now.removed_at is not None:
        raise Refused(_("This step is left out: put it back first."))
    return now


def lines_of(one: ProcessMap) -> list[Line]:
    """All ways of a map, those that were taken away too: they follow their steps."""
    rows = Connection.objects.filter(map=one).order_by("pk")
    return [
        Line(source=row.source_id, target=row.target_id, share=row.share, row=row.pk)
        for row in rows
    ]


def rewrite(one: ProcessMap, lines: Sequence[Line]) -> None:
    """Keep the ways as they are here; new ones too. Their ids stay."""
    rows = {row.pk: row for row in Connection.objects.filter(map=one)}
    changed = []
    for line in lines:
        row = rows.get(line.row)
        if row is None:
            row = Connection(map=one)
        elif (row.source_id, row.target_id) == (line.source, line.target):
            continue
        row.source_id, row.target_id, row.share = line.source, line.target, line.share
        changed.append(row)
    Connection.objects.filter(pk__in=[row.pk for row in changed if row.pk]).delete()
    Connection.objects.bulk_create(row for row in changed if row.pk)
    Connection.objects.bulk_create(row for row in changed if not row.pk)


def check_room(one: ProcessMap, *, steps: int = 0, lines: int = 0) -> None:
    """Raise `Unfit` where so many more have no room."""
    if steps and Step.objects.filter(map=one, removed_at=None).count() + steps > MOST_STEPS:
        raise Unfit(Fault.MANY_STEPS, most=MOST_STEPS)
    if steps and Step.objects.filter(map=one).count() + steps > MOST_KEPT:
        raise Unfit(Fault.MANY_KEPT, most=MOST_KEPT)
    if lines and Connection.objects.filter(map=one, removed_at=None).count() + lines > MOST_LINES:
        raise Unfit(Fault.MANY_LINES, most=MOST_LINES)


def check_beginnings(one: ProcessMap, *, but: Step | None, begins: float | None) -> None:
    """Raise `Unfit` where more cases would begin than there are."""
    others = Step.objects.filter(map=one, removed_at=None).exclude(pk=but.pk if but else 0)
    said = others.filter(begins__isnull=False).values_list("begins", flat=True)
    check_begins([*said, begins])


def say_otherwise(
    row: Step | ProcessMap, said: dict[str, object], *, seen: int, names: Sequence[str]
) -> None:
    """Change it, having `seen` this version, and keep what was said before. Raises `Stale`."""
    before = {name: getattr(row, name) for name in names}
    kept = type(row).objects.filter(Q(pk=row.pk, version=seen))
    if not kept.update(version=F("version") + 1, was=before, **said):
        raise stale()


def still_there(was: Mapping[str, object]) -> dict[str, object]:
    """What was said before, without whatever is gone since."""
    said = dict(was)
    for name, rows in POINTS_AT.items():
        if said.get(name) and not rows().filter(pk=said[name]).exists():
            said[name] = None
    if said.get("topic") and not said.get("process_id"):
        said["topic"] = ""
    return said


def note_step(event: str, step: Step, one: ProcessMap, *, by: Colleague, at: datetime) -> None:
    """Write down what somebody did with a step."""
    facts = {"step": str(step.public_id)}
    note(event, "process_map", one.public_id, by=by, at=at, **facts)
