"""What an address is about, or 404; and whether its reader may be there."""

from uuid import UUID

from django.http import Http404

from samspil.workshops import queries
from samspil.workshops.models import PlaceMove, Proposal, Workshop


def workshop_here(public_id: UUID) -> Workshop:
    """The workshop; 404 where there is none."""
    try:
        return queries.workshop_at(public_id)
    except Workshop.DoesNotExist:
        raise Http404 from None


def proposal_here(workshop: Workshop, proposal_id: UUID | str) -> Proposal:
    """One of its proposals; 404 where there is none."""
    try:
        return queries.proposal_at(proposal_id, workshop=workshop)
    except (Proposal.DoesNotExist, ValueError):
        raise Http404 from None


def move_here(workshop: Workshop, move_id: UUID) -> PlaceMove:
    """One of its moves; 404 where there is none."""
    try:
        return queries.move_at(move_id, workshop=workshop)
    except PlaceMove.DoesNotExist:
        raise Http404 from None
