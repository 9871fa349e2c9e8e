"""Find what an address names, or say that there is no such page."""

from uuid import UUID

from django.http import Http404

from samspil.work.models import Process
from samspil.work.queries import process_at


def find_process(public_id: UUID) -> Process:
    """The process, or a 404 page: another organisation's process does not exist here."""
    try:
        return process_at(public_id)
    except Process.DoesNotExist:
        raise Http404 from None
