"""Take over how the task of an initiative is divided now, or leave the plan, by program."""

from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError

from samspil.people.queries import WorkRequest
from samspil.pipeline import actions
from samspil.pipeline.access import check_may_plan
from samspil.pipeline.actions import NotTakenOver
from samspil.pipeline.api.initiatives import OneInitiativeOut, one_told
from samspil.pipeline.views.initiative import found_at

router = Router(tags=["initiatives"])


class MarkIn(Schema):
    """The mark of what was read: `differs.mark` of the initiative."""

    mark: str = Field(default="", max_length=64)


class LeaveIn(MarkIn):
    """The same, and why the plan stays."""

    why: str = Field(default="", max_length=1000)


@router.post("/initiatives/{uuid:initiative_id}/take-over", response=OneInitiativeOut)
def take_over(request: WorkRequest, initiative_id: UUID, payload: MarkIn) -> OneInitiativeOut:
    """Lay down what follows from how its task is divided now, in the process too where AI works by
    it; 409 where nothing differs or it is otherwise than was read."""
    colleague = check_may_plan(request.colleague)
    try:
        actions.take_over(
            found_at(initiative_id), mark=payload.mark, by=colleague, at=timezone.now()
        )
    except NotTakenOver as why:
        raise HttpError(409, str(why)) from None
    return one_told(initiative_id)


@router.post("/initiatives/{uuid:initiative_id}/leave", response=OneInitiativeOut)
def leave(request: WorkRequest, initiative_id: UUID, payload: LeaveIn) -> OneInitiativeOut:
    """Leave the plan as it stands, for a reason; 409 without one, and where the law leaves AI
    less."""
    colleague = check_may_plan(request.colleague)
    try:
        actions.leave_standing(
            found_at(initiative_id), why=payload.why, mark=payload.mark, by=colleague,
            at=timezone.now(),
        )  # fmt: skip
    except NotTakenOver as why:
        raise HttpError(409, str(why)) from None
    return one_told(initiative_id)
