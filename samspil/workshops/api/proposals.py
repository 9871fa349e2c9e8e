"""Proposals, by program: made, changed, withdrawn, put together, estimated and voted on."""

from uuid import UUID

from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.workshops.estimating import Said, share_between
from samspil.people.models import Team
from samspil.people.queries import WorkRequest, team_at
from samspil.work.models import Process
from samspil.work.queries import process_at
from samspil.workshops import actions
from samspil.workshops.access import check_joined, check_may_enter, check_may_lead
from samspil.workshops.actions import Idea
from samspil.workshops.api.telling import RoomOut, refusing, room_told
from samspil.workshops.views.finding import proposal_here, workshop_here

router = Router(tags=["workshops"])
PROPOSALS = "/workshops/{uuid:workshop_id}/proposals"
PROPOSAL = f"{PROPOSALS}/{{uuid:proposal_id}}"


class IdeaIn(Schema):
    """What AI might help with; `of_team` and `of_process` are ids."""

    title: str
    helps: str = ""
    of_team: UUID | None = None
    of_process: UUID | None = None


class TogetherIn(Schema):
    """The id of the proposal that stands for both."""

    into: UUID


class EstimateIn(Schema):
    """What the table says: `times` a week, minutes, persons; of 100 minutes AI could take so many;
    days to set up, and a risk from 1 to 5."""

    times: float
    minutes: float
    persons: int
    share_low: float
    share_high: float
    days: float
    risk: int
    used_for: str = ""
    better: str = ""


class BallotIn(Schema):
    """Points by ids of proposals; what is left out gets none."""

    points: dict[UUID, int]


@router.post(PROPOSALS, response={201: RoomOut})
def propose(request: WorkRequest, workshop_id: UUID, body: IdeaIn) -> Status[RoomOut]:
    """Propose something; nobody sees by whom."""
    found = workshop_here(workshop_id)
    colleague = check_joined(request.colleague, found).colleague
    with refusing():
        actions.propose(found, _idea(body), by=colleague)
    return Status(201, room_told(found, request))


@router.put(PROPOSAL, response=RoomOut)
def change(request: WorkRequest, workshop_id: UUID, proposal_id: UUID, body: IdeaIn) -> RoomOut:
    """Say one's own proposal otherwise, until the vote begins; 403 for others'."""
    found = workshop_here(workshop_id)
    colleague = check_joined(request.colleague, found).colleague
    with refusing():
        actions.change_proposal(proposal_here(found, proposal_id), _idea(body), by=colleague)
    return room_told(found, request)


@router.delete(PROPOSAL, response=RoomOut)
def withdraw(request: WorkRequest, workshop_id: UUID, proposal_id: UUID) -> RoomOut:
    """Withdraw one's own, or, leading the room, take one off; 409 once the vote has begun."""
    found = workshop_here(workshop_id)
    colleague = check_may_enter(request.colleague, found)
    with refusing(status=409):
        actions.remove_proposal(
            proposal_here(found, proposal_id), by=colleague, at=timezone.now()
        )  # fmt: skip
    return room_told(found, request)


@router.post(f"{PROPOSAL}/restore", response=RoomOut)
def restore(request: WorkRequest, workshop_id: UUID, proposal_id: UUID) -> RoomOut:
    """Put back what was withdrawn or taken off; 409 once the vote has begun."""
    found = workshop_here(workshop_id)
    colleague = check_may_enter(request.colleague, found)
    with refusing(status=409):
        actions.restore_proposal(
            proposal_here(found, proposal_id), by=colleague, at=timezone.now()
        )  # fmt: skip
    return room_told(found, request)


@router.post(f"{PROPOSAL}/together", response=RoomOut)
def join_two(
    request: WorkRequest, workshop_id: UUID, proposal_id: UUID, body: TogetherIn
) -> RoomOut:
    """Put it together with another one, which then stands for both; 409 once the vote has begun."""
    colleague, found = check_may_lead(request.colleague), workshop_here(workshop_id)
    proposal, into = proposal_here(found, proposal_id), proposal_here(found, body.into)
    with refusing(status=409):
        actions.join_proposals(proposal, into, by=colleague, at=timezone.now())
    return room_told(found, request)


@router.delete(f"{PROPOSAL}/together", response=RoomOut)
def part_two(request: WorkRequest, workshop_id: UUID, proposal_id: UUID) -> RoomOut:
    """Let it stand for itself again; 409 once the vote has begun."""
    colleague, found = check_may_lead(request.colleague), workshop_here(workshop_id)
    with refusing(status=409):
        actions.part_proposals(proposal_here(found, proposal_id), by=colleague, at=timezone.now())
    return room_told(found, request)


@router.put(f"{PROPOSAL}/estimate", response=RoomOut)
def estimate(
    request: WorkRequest, workshop_id: UUID, proposal_id: UUID, body: EstimateIn
) -> RoomOut:
    """Say what one's table thinks of a proposal, in the place of what it said before."""
    found = workshop_here(workshop_id)
    colleague = check_joined(request.colleague, found).colleague
    proposal, said = proposal_here(found, proposal_id), body.dict()
    with refusing():
        share = share_between(said.pop("share_low"), said.pop("share_high"))
        actions.estimate_proposal(proposal, Said(share=share, **said), by=colleague)
    return room_told(found, request)


@router.put("/workshops/{uuid:workshop_id}/ballot", response={204: None})
def vote(request: WorkRequest, workshop_id: UUID, body: BallotIn) -> Status[None]:
    """Put one's points, in the place of those given before."""
    found = workshop_here(workshop_id)
    colleague = check_joined(request.colleague, found).colleague
    points = {proposal_here(found, one).pk: value for one, value in body.points.items()}
    with refusing():
        actions.vote(found, points, by=colleague)
    return Status(204, None)


def _idea(body: IdeaIn) -> Idea:
    try:
        team = team_at(body.of_team) if body.of_team else None
        process = process_at(body.of_process) if body.of_process else None
    except (Team.DoesNotExist, Process.DoesNotExist):
        said = "There is no such team or process: leave it out, or send an id that is here."
        raise HttpError(422, said) from None
    return Idea(title=body.title, helps=body.helps, team=team, process=process)
