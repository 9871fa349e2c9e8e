"""What people said of a task since a time: from where it may be divided otherwise now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.allocation.models import Move
from samspil.audit.models import Task
from samspil.journal.queries import about
from samspil.people.queries import names

SAID = ("task_moved", "task_allocated", "task_move_undone", "task_judged", "task_changed")
"""Events after which a task may be divided otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """That somebody said something of a task: `event` as the journal names it, `why` their reason
    (empty: none was given). `name` is empty where nobody of that id is known any more."""

    at: datetime
    event: str
    name: str
    why: str


def changes_since(task: Task, since: datetime, *, most: int = 5) -> Sequence[Change]:
    """What people said of a task after that time, the newest first; three statements."""
    found = about(str(task.public_id)).filter(event__in=SAID, at__gt=since)
    entries = list(found.order_by("-sequence")[:most])
    called = names([one.actor for one in entries])
    moves = Move.objects.filter(task=task, at__gt=since) if entries else Move.objects.none()
    whys = dict(moves.order_by("pk").values_list("at", "why"))
    return [
        Change(
            at=one.at, event=one.event, name=called.get(one.actor, ""), why=whys.get(one.at, "")
        )
        for one in entries
    ]  # fmt: skip
