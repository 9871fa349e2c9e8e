"""Close a process, so that only its teams see its cases, and open it again."""

from datetime import datetime

from django.db import transaction

from samspil.people.models import Colleague
from samspil.work.access import check_may_change
from samspil.work.actions.noting import note_process
from samspil.work.models import Process


@transaction.atomic
def close_process(process: Process, *, by: Colleague, at: datetime) -> None:
    """From now on only the process's teams see its cases. Closing twice changes nothing."""
    _set_closed(process, closed=True, by=by, at=at)


@transaction.atomic
def open_process(process: Process, *, by: Colleague, at: datetime) -> None:
    """From now on all who may see cases see those of the process, what came before included."""
    _set_closed(process, closed=False, by=by, at=at)


def _set_closed(process: Process, *, closed: bool, by: Colleague, at: datetime) -> None:
    check_may_change(by, process)
    changed = Process.objects.filter(pk=process.pk).exclude(closed=closed).update(closed=closed)
    process.closed = closed
    if changed:
        event = "process_closed" if closed else "process_opened"
        note_process(process, event, by=by, at=at)
