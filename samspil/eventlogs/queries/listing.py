"""Event logs as a list, and one by its address."""

from uuid import UUID

from django.db.models import QuerySet

from samspil.core.eventlogs.facts import Facts, unpacked
from samspil.core.retention.periods import Reach
from samspil.eventlogs.models import EventLog, State

PAGE = 50


def there() -> QuerySet[EventLog]:
    """The logs that are not removed."""
    return EventLog.objects.filter(removed_at__isnull=True).select_related("brought_by")


def log_page(*, before: int | None = None) -> tuple[list[EventLog], int | None]:
    """The newest first, without their facts, and where the next page begins."""
    found = there() if before is None else there().filter(pk__lt=before)
    rows = list(found.defer("facts", "preview").order_by("-pk")[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None


def position_of(public_id: UUID) -> int | None:
    """Where a list goes on after this log; None where there is none."""
    return there().filter(public_id=public_id).values_list("pk", flat=True).first()


def log_at(public_id: UUID) -> EventLog:
    """The log at this address; raises `EventLog.DoesNotExist`."""
    return there().get(public_id=public_id)


def removed_at(public_id: UUID) -> EventLog:
    """The log that was removed; raises `EventLog.DoesNotExist`."""
    return EventLog.objects.get(public_id=public_id, removed_at__isnull=False)


def facts_in(log: EventLog) -> Facts:
    """What a log showed that was read."""
    return unpacked(log.facts)


def over_logs(reach: Reach) -> QuerySet[EventLog]:
    """Facts that were kept for long enough."""
    return EventLog.objects.filter(
        state=State.MADE, read_at__lte=reach.before, removed_at__isnull=True
    )


def over_waiting_logs(reach: Reach) -> QuerySet[EventLog]:
    """Files that nobody said how to read, or that could not be read, for long enough."""
    return EventLog.objects.exclude(state=State.MADE).filter(
        brought_at__lte=reach.before, removed_at__isnull=True
    )


def over_removed_logs(reach: Reach) -> QuerySet[EventLog]:
    """Logs that somebody removed long enough ago."""
    return EventLog.objects.filter(removed_at__lte=reach.before)
