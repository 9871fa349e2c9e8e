"""Say that a step is the same thing as a live process, a task or an activity of a log."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.audit import actions as audit
from samspil.audit.models import Task
from samspil.audit.queries import listed_task
from samspil.eventlogs.models import EventLog
from samspil.people.models import Colleague
from samspil.process_maps.access import check_may_draw
from samspil.process_maps.actions.keeping import (
    OF_STEP,
    locked,
    note_step,
    say_otherwise,
    step_now,
)
from samspil.process_maps.actions.refusing import Refused
from samspil.process_maps.models import Step
from samspil.work.models import Process, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What a step is; nothing by default."""

    process: Process | None = None
    topic: str = ""
    task: Task | None = None
    log: EventLog | None = None
    activity: str = ""


@transaction.atomic
def link_step(step: Step, linked: Linked, *, seen: int, by: Colleague, at: datetime) -> None:
    """Link it to these, and to nothing else, having `seen` this version. Raises `Refused` and
    `Stale`."""
    check_may_draw(by)
    now, row = locked(step.map), step_now(step)
    _check_topic(linked)
    said: dict[str, object] = {
        "process_id": linked.process.pk if linked.process else None,
        "topic": linked.topic,
        "task_id": linked.task.pk if linked.task else None,
        "log_id": linked.log.pk if linked.log else None,
        "activity": linked.activity if linked.log else "",
    }
    say_otherwise(row, said, seen=seen, names=OF_STEP)
    note_step("map_step_linked", row, now, by=by, at=at)


@transaction.atomic
def make_task(step: Step, *, seen: int, by: Colleague, at: datetime) -> tuple[Task, bool]:
    """Link the step to the task that is called so, made where there is none; tells whether it was
    made now. Raises `Refused` and `Stale`."""
    check_may_draw(by)
    now, row = locked(step.map), step_now(step)
    known = listed_task(row.name)
    try:
        task = known or audit.add_task(
            audit.Wanted(title=row.name, team=row.team, process=row.process, topic=row.topic),
            by=by, at=at,
        )  # fmt: skip
    except audit.UnfitTask as why:
        raise Refused(str(why), "name") from None
    say_otherwise(row, {"task_id": task.pk}, seen=seen, names=OF_STEP)
    note_step("map_step_linked", row, now, by=by, at=at)
    return task, known is None


def _check_topic(linked: Linked) -> None:
    if not linked.topic:
        return
    known = linked.process and Topic.objects.filter(process=linked.process, key=linked.topic)
    if not known:
        raise Refused(_("This process has no such topic: choose the process first."), "process")
