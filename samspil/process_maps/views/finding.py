"""What an address is of."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from samspil.process_maps import queries
from samspil.process_maps.models import Connection, ProcessMap, Step
from samspil.web.pages import whole_number


def map_found(public_id: UUID) -> ProcessMap:
    """The map of this address; raises `Http404`."""
    try:
        return queries.map_at(public_id)
    except ProcessMap.DoesNotExist:
        raise Http404 from None


def gone_found(public_id: UUID) -> ProcessMap:
    """The same, also where it is off the list."""
    try:
        return queries.removed_map_at(public_id)
    except ProcessMap.DoesNotExist:
        raise Http404 from None


def step_found(public_id: UUID) -> Step:
    """The step of this address; raises `Http404`."""
    try:
        return queries.step_at(public_id)
    except Step.DoesNotExist:
        raise Http404 from None


def way_found(public_id: UUID) -> Connection:
    """The way of this address; raises `Http404`."""
    try:
        return queries.way_at(public_id)
    except Connection.DoesNotExist:
        raise Http404 from None


def undo_of(address: str, public_id: UUID, *, seen: int) -> str:
    """Where to take back what was said after this version."""
    return f"{reverse(address, args=[public_id])}?seen={seen + 1}"


def seen_in(request: HttpRequest) -> int:
    """The version that an undo is of; 0, which none is, where nothing fit is named."""
    return whole_number(request.GET.get("seen", "")) or 0
