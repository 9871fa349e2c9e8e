"""Say which live process does a step of a log."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.eventlogs.access import check_may_bring
from samspil.eventlogs.actions.bringing import RefusedLog
from samspil.eventlogs.models import EventLog, State, StepLink
from samspil.eventlogs.queries import facts_in
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.work.models import Process


@transaction.atomic
def link_steps(log: EventLog, links: Mapping[str, Process], *, by: Colleague, at: datetime) -> None:
    """Let these steps, and no others, be work of live processes.

    Raises `RefusedLog` for a step that the log has none of.
    """
    check_may_bring(by)
    held = EventLog.objects.select_for_update().get(pk=log.pk)
    known = {one.name for one in facts_in(held).steps} if held.state == State.MADE else set()
    for step in links:
        if step not in known:
            raise RefusedLog(_("There is no step “%(step)s” in this log.") % {"step": step})
    StepLink.objects.filter(log=log).delete()
    StepLink.objects.bulk_create(
        StepLink(log=log, step=step, process=process, by=by, at=at)
        for step, process in links.items()
    )
    note("event_log_linked", "event_log", log.public_id, by=by, at=at, steps=len(links))
