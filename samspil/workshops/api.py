"""Workshops, by program: opened, joined, lived through, and landed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.workshops.codes import typed
from samspil.core.workshops.estimating import Said, share_between
from samspil.core.workshops.faults import Unfit
from samspil.core.workshops.phases import Phase
from samspil.core.workshops.voting import USUAL_POINTS
from samspil.people.models import Team
from samspil.people.queries import WorkRequest, team_at
from samspil.web.asking import is_asked_too_often
from samspil.work.models import Process
from samspil.work.queries import process_at
from samspil.workshops import actions, queries
from samspil.workshops.access import (
    check_joined,
    check_may_enter,
    check_may_lead,
    check_may_see,
    may_lead,
)
from samspil.workshops.actions import Idea, Opening, Refused
from samspil.workshops.models import Proposal, Table, Workshop
from samspil.workshops.queries import Standing

router = Router(tags=["workshops"])
MOST_TRIES, TRIES_S = 10, 600


class WorkshopOut(Schema):
    """A workshop; `phase` is gather, estimate, vote or result. `code` is told to whoever leads."""

    id: UUID
    name: str
    asks: str
    day: date
    phase: str
    over: bool
    code: str | None
    points_each: int
    voters: int | None


class StandingOut(Schema):
    """A proposal: its `place`, points and hours that AI could take a week, from the least to the
    most that a table says; null where nothing is told or said."""

    id: UUID
    title: str
    helps: str
    place: int
    points: int | None
    score: int
    saved_low: float | None
    saved_middle: float | None
    saved_high: float | None
    task: UUID | None
    initiative: UUID | None


class RoomOut(WorkshopOut):
    """A workshop with its proposals in the order they stand; `joined` is null below five."""

    joined: int | None
    tables: list[str]
    proposals: list[StandingOut]


class OpeningIn(Schema):
    """A workshop to open; `tables` are their names, five sit at each at most."""

    name: str
    question: str
    day: date
    tables: list[str]
    points_each: int = USUAL_POINTS


class StepIn(Schema):
    """The phase to go to."""

    phase: Phase


class JoinIn(Schema):
    """The code, and the name of a table."""

    code: str
    table: str


class IdeaIn(Schema):
    """What AI might help with; `of_team` and `of_process` are ids."""

    title: str
    helps: str = ""
    of_team: UUID | None = None
    of_process: UUID | None = None


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


class LandIn(Schema):
    """Ids of the proposals that are to be tried."""

    proposals: list[UUID] = Field(max_length=100)


@router.get("/workshops", response=list[WorkshopOut])
def workshops(request: WorkRequest) -> list[WorkshopOut]:
    """Those that go on and one may enter, then those that are over."""
    colleague = check_may_see(request.colleague)
    going, over = queries.open_workshops(reader=colleague), queries.ended_workshops()[:100]
    return [WorkshopOut(**_told(one, request)) for one in (*going, *over)]


@router.post("/workshops", response={201: RoomOut})
def open_workshop(request: WorkRequest, body: OpeningIn) -> Status[RoomOut]:
    """Open one."""
    colleague = check_may_lead(request.colleague)
    opening = Opening(
        name=body.name, question=body.question, day=body.day, tables=body.tables,
        points=body.points_each,
    )  # fmt: skip
    with refusing():
        made = actions.open_workshop(opening, by=colleague, at=timezone.now())
    return Status(201, _room(made, request))


@router.post("/workshops/join", response=RoomOut)
def join(request: WorkRequest, body: JoinIn) -> RoomOut:
    """Take a seat; 404 for a code that opens nothing, 429 after ten tries in ten minutes."""
    colleague = check_may_see(request.colleague)
    who = str(colleague.public_id)
    if is_asked_too_often(what="workshop-code", of=who, most=MOST_TRIES, seconds=TRIES_S):
        raise HttpError(429, "Those were many codes. Wait ten minutes.")
    found = queries.workshop_of_code(typed(body.code))
    if found is None:
        raise Http404
    try:
        table = queries.table_of(body.table, workshop=found)
    except Table.DoesNotExist:
        raise HttpError(422, "There is no such table.") from None
    with refusing():
        actions.join(found, table, by=colleague)
    return _room(found, request)


@router.get("/workshops/{uuid:workshop_id}", response=RoomOut)
def workshop(request: WorkRequest, workshop_id: UUID) -> RoomOut:
    """One of them, for whoever leads or has joined; for everybody once it is over."""
    found = _found(workshop_id)
    check_may_enter(request.colleague, found)
    return _room(found, request)


@router.post("/workshops/{uuid:workshop_id}/phase", response=RoomOut)
def step(request: WorkRequest, workshop_id: UUID, body: StepIn) -> RoomOut:
    """Lead it one phase on, or back; 409 where it cannot go there now."""
    colleague, found = check_may_lead(request.colleague), _found(workshop_id)
    with refusing(status=409):
        actions.step(found, body.phase, by=colleague, at=timezone.now())
    return _room(_found(workshop_id), request)


@router.post("/workshops/{uuid:workshop_id}/end", response=RoomOut)
def end_workshop(request: WorkRequest, workshop_id: UUID) -> RoomOut:
    """Close the room: its code ends, and who sat there is forgotten."""
    colleague = check_may_lead(request.colleague)
    actions.end_workshop(_found(workshop_id), by=colleague, at=timezone.now())
    return _room(_found(workshop_id), request)


@router.post("/workshops/{uuid:workshop_id}/proposals", response={201: RoomOut})
def propose(request: WorkRequest, workshop_id: UUID, body: IdeaIn) -> Status[RoomOut]:
    """Propose something; nobody sees by whom."""
    found = _found(workshop_id)
    colleague = check_joined(request.colleague, found).colleague
    with refusing():
        actions.propose(found, _idea(body), by=colleague)
    return Status(201, _room(found, request))


@router.put("/workshops/{uuid:workshop_id}/proposals/{uuid:proposal_id}/estimate", response=RoomOut)
def estimate(
    request: WorkRequest, workshop_id: UUID, proposal_id: UUID, body: EstimateIn
) -> RoomOut:
    """Say what one's table thinks of a proposal, in the place of what it said before."""
    found = _found(workshop_id)
    colleague = check_joined(request.colleague, found).colleague
    proposal, said = _proposal(found, proposal_id), body.dict()
    with refusing():
        share = share_between(said.pop("share_low"), said.pop("share_high"))
        actions.estimate_proposal(proposal, Said(share=share, **said), by=colleague)
    return _room(found, request)


@router.put("/workshops/{uuid:workshop_id}/ballot", response={204: None})
def vote(request: WorkRequest, workshop_id: UUID, body: BallotIn) -> Status[None]:
    """Put one's points, in the place of those given before."""
    found = _found(workshop_id)
    colleague = check_joined(request.colleague, found).colleague
    points = {_proposal(found, one).pk: value for one, value in body.points.items()}
    with refusing():
        actions.vote(found, points, by=colleague)
    return Status(204, None)


@router.post("/workshops/{uuid:workshop_id}/land", response=RoomOut)
def land(request: WorkRequest, workshop_id: UUID, body: LandIn) -> RoomOut:
    """Make a task and an initiative of each; what has landed before stays as it is."""
    colleague, found = check_may_lead(request.colleague), _found(workshop_id)
    chosen = [_proposal(found, one) for one in body.proposals]
    with refusing(status=409):
        actions.land(found, chosen, by=colleague, at=timezone.now())
    return _room(found, request)


@contextmanager
def refusing(*, status: int = 422) -> Iterator[None]:
    """Answer what does not fit with its sentence."""
    try:
        yield
    except (Refused, Unfit) as why:
        raise HttpError(status, str(why)) from None


def _told(one: Workshop, request: WorkRequest) -> dict[str, Any]:
    return {
        "id": one.public_id,
        "name": one.name,
        "asks": one.question,
        "day": one.day,
        "phase": one.phase,
        "over": one.ended_at is not None,
        "code": one.code if one.code and may_lead(request.colleague) else None,
        "points_each": one.points,
        "voters": one.voters,
    }


def _room(workshop: Workshop, request: WorkRequest) -> RoomOut:
    room = queries.room_of(workshop)
    return RoomOut(
        **_told(workshop, request),
        joined=room.joined,
        tables=[one.name for one in room.tables],
        proposals=[_standing(one) for one in room.standings],
    )


def _standing(one: Standing) -> StandingOut:
    summary, landing = one.summary, one.landing
    return StandingOut(
        id=one.proposal.public_id,
        title=one.proposal.title,
        helps=one.proposal.helps,
        place=one.place,
        points=one.proposal.points,
        score=one.by_rule.score,
        saved_low=summary.saved.low if summary else None,
        saved_middle=summary.middle if summary else None,
        saved_high=summary.saved.high if summary else None,
        task=landing.task.public_id if landing else None,
        initiative=landing.initiative.public_id if landing else None,
    )


def _idea(body: IdeaIn) -> Idea:
    try:
        team = team_at(body.of_team) if body.of_team else None
        process = process_at(body.of_process) if body.of_process else None
    except (Team.DoesNotExist, Process.DoesNotExist):
        raise HttpError(422, "There is no such team or process.") from None
    return Idea(title=body.title, helps=body.helps, team=team, process=process)


def _found(public_id: UUID) -> Workshop:
    try:
        return queries.workshop_at(public_id)
    except Workshop.DoesNotExist:
        raise Http404 from None


def _proposal(workshop: Workshop, public_id: UUID) -> Proposal:
    try:
        return queries.proposal_at(public_id, workshop=workshop)
    except Proposal.DoesNotExist:
        raise Http404 from None
