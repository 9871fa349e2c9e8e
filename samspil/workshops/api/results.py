"""What comes of a room, by program: another order, tasks and initiatives."""

from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema

from samspil.people.queries import WorkRequest
from samspil.workshops import actions
from samspil.workshops.access import check_may_lead
from samspil.workshops.api.telling import RoomOut, refusing, room_told
from samspil.workshops.models import Landing
from samspil.workshops.views.finding import move_here, proposal_here, workshop_here

router = Router(tags=["workshops"])


class RankIn(Schema):
    """The place to put a proposal to (1 is the first), and why: the room reads it."""

    to: int
    why: str


class LandIn(Schema):
    """Ids of the proposals that are to be tried."""

    proposals: list[UUID] = Field(max_length=100)


@router.post(
    "/workshops/{uuid:workshop_id}/proposals/{uuid:proposal_id}/rank", response=RoomOut
)  # fmt: skip
def move(request: WorkRequest, workshop_id: UUID, proposal_id: UUID, body: RankIn) -> RoomOut:
    """Put it to another place; 422 without a reason, or where there is no such place."""
    colleague, found = check_may_lead(request.colleague), workshop_here(workshop_id)
    proposal = proposal_here(found, proposal_id)
    with refusing():
        actions.move_to_place(proposal, body.to, why=body.why, by=colleague, at=timezone.now())
    return room_told(found, request)


@router.delete("/workshops/{uuid:workshop_id}/moves/{uuid:move_id}", response=RoomOut)
def undo(request: WorkRequest, workshop_id: UUID, move_id: UUID) -> RoomOut:
    """Take a move back; one that was taken back before stays so."""
    colleague, found = check_may_lead(request.colleague), workshop_here(workshop_id)
    with refusing(status=409):
        actions.undo_move(move_here(found, move_id), by=colleague, at=timezone.now())
    return room_told(found, request)


@router.post("/workshops/{uuid:workshop_id}/land", response=RoomOut)
def land(request: WorkRequest, workshop_id: UUID, body: LandIn) -> RoomOut:
    """Make a task and an initiative of each; what has landed before stays as it is."""
    colleague, found = check_may_lead(request.colleague), workshop_here(workshop_id)
    chosen = [proposal_here(found, one) for one in body.proposals]
    with refusing(status=409):
        actions.land(found, chosen, by=colleague, at=timezone.now())
    return room_told(found, request)


@router.delete(
    "/workshops/{uuid:workshop_id}/proposals/{uuid:proposal_id}/landing", response=RoomOut
)  # fmt: skip
def take_off(request: WorkRequest, workshop_id: UUID, proposal_id: UUID) -> RoomOut:
    """Take a task and an initiative back; 409 where somebody has gone on with one of them."""
    colleague, found = check_may_lead(request.colleague), workshop_here(workshop_id)
    landing = Landing.objects.filter(proposal=proposal_here(found, proposal_id)).first()
    if landing is None:
        raise Http404
    with refusing(status=409):
        actions.take_off(landing, by=colleague, at=timezone.now())
    return room_told(found, request)
