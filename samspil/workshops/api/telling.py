"""What programs are told of a room, and of what does not fit."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from ninja import Schema
from ninja.errors import HttpError

from samspil.people.queries import WorkRequest
from samspil.workshops import queries
from samspil.workshops.access import check_may_enter, may_lead, own_seat
from samspil.workshops.actions import Refused
from samspil.workshops.actions.refusing import in_words
from samspil.workshops.models import PlaceMove, Workshop
from samspil.workshops.queries import Standing


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


class MoveOut(Schema):
    """That whoever leads put a proposal to another place, and why; `by` is their name."""

    id: UUID
    to: int
    why: str
    by: str


class StandingOut(Schema):
    """A proposal: its `place`, points, hours that AI could take a week and days to set it up, from
    the least to the most that a table says; null where nothing is told or said.

    `mine` is true for one's own until the vote begins, and told to nobody else. `together` are the
    ids of those that were put together with it.
    """

    id: UUID
    title: str
    helps: str
    mine: bool
    together: list[UUID]
    place: int
    moves: list[MoveOut]
    points: int | None
    score: int
    said_by_tables: int
    saved_low: float | None
    saved_middle: float | None
    saved_high: float | None
    days_low: float | None
    days_high: float | None
    risk: int | None
    task: UUID | None
    initiative: UUID | None


class RoomOut(WorkshopOut):
    """A workshop with its proposals in the order they stand; `joined` is null below five."""

    joined: int | None
    tables: list[str]
    proposals: list[StandingOut]


def told(one: Workshop, request: WorkRequest) -> dict[str, Any]:
    """The fields of `WorkshopOut`."""
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


def room_told(workshop: Workshop, request: WorkRequest) -> RoomOut:
    """The room as this reader sees it; raises `NotAllowed` for whoever has not joined."""
    colleague = check_may_enter(request.colleague, workshop)
    room, seat = queries.room_of(workshop), own_seat(workshop, of=colleague)
    own = queries.own_proposals(seat, workshop=workshop)
    return RoomOut(
        **told(workshop, request),
        joined=room.joined,
        tables=[one.name for one in room.tables],
        proposals=[_standing(one, mine=one.proposal.pk in own) for one in room.standings],
    )


def _standing(one: Standing, *, mine: bool) -> StandingOut:
    summary, landing = one.summary, one.landing
    return StandingOut(
        id=one.proposal.public_id,
        title=one.proposal.title,
        helps=one.proposal.helps,
        mine=mine,
        together=[other.public_id for other in one.others],
        place=one.place,
        moves=[_move(move) for move in one.moves],
        points=one.proposal.points,
        score=one.by_rule.score,
        said_by_tables=summary.tables if summary else 0,
        saved_low=summary.saved.low if summary else None,
        saved_middle=summary.middle if summary else None,
        saved_high=summary.saved.high if summary else None,
        days_low=summary.days.low if summary else None,
        days_high=summary.days.high if summary else None,
        risk=summary.risk if summary else None,
        task=landing.task.public_id if landing else None,
        initiative=landing.initiative.public_id if landing else None,
    )


def _move(one: PlaceMove) -> MoveOut:
    return MoveOut(id=one.public_id, to=one.to, why=one.why, by=one.by.name)


@contextmanager
def refusing(*, status: int = 422) -> Iterator[None]:
    """Answer what does not fit with its sentence."""
    try:
        with in_words():
            yield
    except Refused as why:
        raise HttpError(status, str(why)) from None
