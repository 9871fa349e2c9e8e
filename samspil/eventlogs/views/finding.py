"""What an address names."""

from uuid import UUID

from django.http import Http404

from samspil.eventlogs.models import EventLog
from samspil.eventlogs.queries import log_at


def find(public_id: UUID) -> EventLog:
    """The log, or nothing."""
    try:
        return log_at(public_id)
    except EventLog.DoesNotExist:
        raise Http404 from None
