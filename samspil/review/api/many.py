"""Do one thing to many cases by program, and undo it."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError
from pydantic import AwareDatetime

from samspil.core.bulk import BulkAction
from samspil.core.roles import Action
from samspil.core.routing import Level
from samspil.people.models import Colleague, Team
from samspil.people.queries import WorkRequest, check_may
from samspil.review import actions
from samspil.review.models import Batch, Progress, Tag
from samspil.review.queries.batches import (
    MOST,
    Asked,
    batch_at,
    chosen_cases,
    outcome_of,
)
from samspil.work.actions import NotInFuture

router = Router(tags=["cases"])


class BatchIn(Schema):
    """What to do, to which cases; with only what the action needs."""

    action: BulkAction
    cases: list[UUID] = Field(min_length=1, max_length=MOST)
    until: AwareDatetime | None = None
    tag: str = Field("", max_length=40)
    team: UUID | None = None
    level: Level | None = None
    why: Literal["", "spam", "duplicate"] = ""


class LeftOutOut(Schema):
    """A case that was left out, and why."""

    id: UUID
    why: str


class BatchOut(Schema):
    """How far it is; `left_out` names the first 100."""

    id: UUID
    action: BulkAction
    progress: Progress
    at: datetime
    size: int
    done: int
    undone: int
    left: int
    left_out: list[LeftOutOut]


@router.post("/batches", response=BatchOut, summary="Do one thing to many cases")
def do_to_many(request: WorkRequest, payload: BatchIn) -> BatchOut:
    """Do it to those that it may be done to; more than 200 are done in the background."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    cases = chosen_cases(payload.cases, reader=colleague)
    if not cases:
        raise HttpError(404, "None of these cases is here.")
    try:
        asked = _asked(payload, colleague)
        batch = actions.do_to_many(cases, asked, by=colleague, at=timezone.now(), why=payload.why)
    except (NotInFuture, actions.NoSuchTag, actions.TooMany) as why:
        raise HttpError(422, str(why)) from why
    return _batch(batch, colleague)


@router.get("/batches/{uuid:batch_id}", response=BatchOut, summary="See how far a batch is")
def batch(request: WorkRequest, batch_id: UUID) -> BatchOut:
    """What was done, and what was left out for which reason."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    return _batch(_find(batch_id), colleague)


@router.post("/batches/{uuid:batch_id}/undo", response=BatchOut, summary="Undo a batch")
def undo(request: WorkRequest, batch_id: UUID) -> BatchOut:
    """Put back, for an hour, whatever nothing has moved since; 409 where it is too late."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = _find(batch_id)
    try:
        actions.undo_batch(found, by=colleague, at=timezone.now())
    except actions.NotUndone as why:
        raise HttpError(409, str(why)) from why
    return _batch(found, colleague)


def _asked(payload: BatchIn, by: Colleague) -> Asked:
    needed = {
        BulkAction.PUT_ASIDE: payload.until,
        BulkAction.TAG: payload.tag,
        BulkAction.UNTAG: payload.tag,
        BulkAction.MOVE: payload.team,
        BulkAction.RAISE: payload.level,
        BulkAction.CLOSE: payload.why,
    }
    if not needed.get(payload.action, True):
        raise HttpError(422, f"Say with what: {payload.action} needs one more field.")
    match payload.action:
        case BulkAction.PUT_ASIDE:
            return Asked(action=payload.action, until=payload.until)
        case BulkAction.TAG:
            tag = actions.tag_named(payload.tag, by=by)
            return Asked(action=payload.action, tag=tag.pk)
        case BulkAction.UNTAG:
            worn = Tag.objects.filter(name=payload.tag.casefold()).first()
            return Asked(action=payload.action, tag=_there(worn))
        case BulkAction.MOVE:
            team = Team.objects.filter(public_id=str(payload.team)).first()
            return Asked(action=payload.action, team=_there(team))
        case BulkAction.RAISE:
            return Asked(action=payload.action, level=payload.level or "")
        case _:
            return Asked(action=payload.action)


def _there(found: Tag | Team | None) -> int:
    if found is None:
        raise HttpError(422, "There is no such tag or team here.")
    return found.pk


def _find(batch_id: UUID) -> Batch:
    try:
        return batch_at(batch_id)
    except Batch.DoesNotExist:
        raise HttpError(404, "There is no such thing here.") from None


def _batch(batch: Batch, reader: Colleague) -> BatchOut:
    outcome = outcome_of(batch, reader=reader)
    return BatchOut(
        id=batch.public_id,
        action=BulkAction(batch.action),
        progress=Progress(batch.progress),
        at=batch.at,
        size=batch.size,
        done=outcome.done,
        undone=outcome.undone,
        left=outcome.left,
        left_out=[LeftOutOut(id=case.public_id, why=why) for case, why in outcome.left_cases],
    )
