"""What an address names."""

from uuid import UUID

from django.http import Http404

from samspil.audit.models import Task
from samspil.audit.queries import task_at


def find(public_id: UUID) -> Task:
    """The task; 404 where there is none."""
    try:
        return task_at(public_id)
    except Task.DoesNotExist:
        raise Http404 from None
