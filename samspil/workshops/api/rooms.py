"""Rooms, by program: opened, entered with a code, led on and closed."""

from datetime import date
from uuid import UUID

from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.workshops.codes import typed
from samspil.core.workshops.phases import Phase
from samspil.core.workshops.seating import Hat
from samspil.core.workshops.voting import USUAL_POINTS
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.web.asking import is_asked_too_often
from samspil.workshops import actions, queries
from samspil.workshops.access import check_joined, check_may_lead, check_may_see
from samspil.workshops.actions import Opening
from samspil.workshops.api.telling import RoomOut, WorkshopOut, refusing, room_told, told
from samspil.workshops.models import Table, Workshop
from samspil.workshops.views.finding import workshop_here

router = Router(tags=["workshops"])
MOST_TRIES, TRIES_S = 10, 600


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
    """The code, the name of a table, and what one brings to it."""

    code: str
    table: str
    brings: Hat | None = None


class TableIn(Schema):
    """The name of one more table."""

    name: str


@router.get("/workshops", response=list[WorkshopOut])
def workshops(request: WorkRequest) -> list[WorkshopOut]:
    """Those that go on and one may enter, then those that are over."""
    colleague = check_may_see(request.colleague)
    going, over = queries.open_workshops(reader=colleague), queries.ended_workshops()[:100]
    return [WorkshopOut(**told(one, request)) for one in (*going, *over)]


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
    return Status(201, room_told(made, request))


@router.post("/workshops/join", response=RoomOut)
def join(request: WorkRequest, body: JoinIn) -> RoomOut:
    """Take a seat, or change to this one; 404 for a code that opens nothing, 429 after ten tries in
    ten minutes."""
    colleague = check_may_see(request.colleague)
    found = _of_code(body.code, colleague)
    try:
        table = queries.table_of(body.table, workshop=found)
    except Table.DoesNotExist:
        names = ", ".join(found.tables.order_by("pk").values_list("name", flat=True))
        raise HttpError(422, f"There is no such table. Choose one of: {names}.") from None
    with refusing():
        actions.join(found, table, hat=body.brings or "", by=colleague)
    return room_told(found, request)


def _of_code(code: str, colleague: Colleague) -> Workshop:
    who = str(colleague.public_id)
    if is_asked_too_often(what="workshop-code", of=who, most=MOST_TRIES, seconds=TRIES_S):
        raise HttpError(429, "Those were many codes. Wait ten minutes, or ask in the room.")
    found = queries.workshop_of_code(typed(code))
    if found is None:
        raise HttpError(404, "No workshop goes on under this code. Look at the screen again.")
    return found


@router.delete("/workshops/{uuid:workshop_id}/seat", response={204: None})
def leave(request: WorkRequest, workshop_id: UUID) -> Status[None]:
    """Give up one's seat; what one proposed stays, and is nobody's."""
    seat = check_joined(request.colleague, workshop_here(workshop_id))
    with refusing(status=409):
        actions.leave(seat)
    return Status(204, None)


@router.post("/workshops/{uuid:workshop_id}/tables", response={201: RoomOut})
def add_table(request: WorkRequest, workshop_id: UUID, body: TableIn) -> Status[RoomOut]:
    """Put one more table into the room."""
    colleague, found = check_may_lead(request.colleague), workshop_here(workshop_id)
    with refusing():
        actions.add_table(found, body.name, by=colleague, at=timezone.now())
    return Status(201, room_told(found, request))


@router.get("/workshops/{uuid:workshop_id}", response=RoomOut)
def workshop(request: WorkRequest, workshop_id: UUID) -> RoomOut:
    """One of them, for whoever leads or has joined; for everybody once it is over."""
    return room_told(workshop_here(workshop_id), request)


@router.post("/workshops/{uuid:workshop_id}/phase", response=RoomOut)
def step(request: WorkRequest, workshop_id: UUID, body: StepIn) -> RoomOut:
    """Lead it one phase on, or back; 409 where it cannot go there now."""
    colleague, found = check_may_lead(request.colleague), workshop_here(workshop_id)
    with refusing(status=409):
        actions.step(found, body.phase, by=colleague, at=timezone.now())
    return room_told(workshop_here(workshop_id), request)


@router.post("/workshops/{uuid:workshop_id}/end", response=RoomOut)
def end_workshop(request: WorkRequest, workshop_id: UUID) -> RoomOut:
    """Close the room: its code ends, and who sat there is forgotten."""
    colleague = check_may_lead(request.colleague)
    actions.end_workshop(workshop_here(workshop_id), by=colleague, at=timezone.now())
    return room_told(workshop_here(workshop_id), request)
