"""Take logs away: by hand, and all of them when their time is over."""

from datetime import datetime

from django.db import transaction

from samspil.core.retention.categories import Category
from samspil.eventlogs.access import check_may_bring
from samspil.eventlogs.models import EventLog
from samspil.eventlogs.queries import over_logs, over_removed_logs, over_waiting_logs, store
from samspil.governance.queries import reach_of
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.tenancy.actions import delete_rows


@transaction.atomic
def remove_log(log: EventLog, *, by: Colleague, at: datetime) -> None:
    """Show it no more; it is deleted in a day."""
    check_may_bring(by)
    if EventLog.objects.filter(pk=log.pk, removed_at__isnull=True).update(removed_at=at):
        note("event_log_removed", "event_log", log.public_id, by=by, at=at)


@transaction.atomic
def restore_log(log: EventLog, *, by: Colleague, at: datetime) -> None:
    """Bring a removed one back, as long as it is not deleted."""
    check_may_bring(by)
    if EventLog.objects.filter(pk=log.pk, removed_at__isnull=False).update(removed_at=None):
        note("event_log_restored", "event_log", log.public_id, by=by, at=at)


def sweep_logs(*, at: datetime) -> int:
    """Delete facts that were kept for long enough; returns how many."""
    return delete_rows(over_logs(reach_of(Category.EVENT_LOGS, at=at)))


def sweep_waiting_logs(*, at: datetime) -> int:
    """Delete what nobody said how to read, or what could not be; returns how many."""
    return delete_rows(over_waiting_logs(reach_of(Category.LOOKED_AT, at=at)))


def sweep_removed_logs(*, at: datetime) -> int:
    """Delete what was removed a day ago; returns how many."""
    return delete_rows(over_removed_logs(reach_of(Category.REMOVED, at=at)))


def sweep_log_files(*, at: datetime) -> int:
    """Delete stored files of no log; returns how many. Outside of any transaction."""
    has = EventLog.objects.exclude(digest="")
    return store().sweep(at=at, is_kept=lambda digest: has.filter(digest=digest).exists())
