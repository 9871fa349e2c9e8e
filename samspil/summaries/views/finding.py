"""What an address names, as far as the reader may see it."""

from uuid import UUID

from django.http import Http404

from samspil.people.models import Colleague
from samspil.summaries.models import Point, Summary
from samspil.summaries.queries import point_at, summary_at


def find(public_id: UUID, *, reader: Colleague) -> Summary:
    """The summary, or nothing."""
    try:
        return summary_at(public_id, reader=reader)
    except Summary.DoesNotExist:
        raise Http404 from None


def find_point(summary: Summary, point_id: UUID) -> Point:
    """The point, or nothing."""
    try:
        return point_at(summary, point_id)
    except Point.DoesNotExist:
        raise Http404 from None
