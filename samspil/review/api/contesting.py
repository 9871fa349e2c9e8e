"""Somebody disagrees with a decision: bring that in for them, and decide anew."""

from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError

from samspil.core.contesting import Outcome
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review.api.answers import CaseOut, whole
from samspil.review.forms import LONGEST_REPLY
from samspil.work import actions
from samspil.work.queries import case_at, topics_of

router = Router(tags=["cases"])


class ContestIn(Schema):
    """What somebody disagrees with, in their words."""

    text: str = Field(min_length=1, max_length=LONGEST_REPLY)


class AnewIn(Schema):
    """Whether the decision stands, and why; `topic` counts where it is changed."""

    outcome: Outcome
    reasons: str = Field(min_length=1, max_length=LONGEST_REPLY)
    topic: str = Field("", max_length=80)


@router.post(
    "/cases/{uuid:case_id}/complaints", response=CaseOut, summary="Contest what was decided"
)
def contest(request: WorkRequest, case_id: UUID, payload: ContestIn) -> CaseOut:
    """Another person than whoever decided decides anew; 409 where nothing can be contested."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    try:
        actions.contest(found, text=payload.text, by=colleague, at=timezone.now())
    except actions.CannotContest as why:
        raise HttpError(409, str(why)) from why
    return whole(case_at(case_id, reader=colleague))


@router.post("/cases/{uuid:case_id}/complaints/outcome", response=CaseOut, summary="Decide anew")
def decide_anew(request: WorkRequest, case_id: UUID, payload: AnewIn) -> CaseOut:
    """Decide what was contested, in a case that you hold; the old decision stays as it is."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    if payload.topic and payload.topic not in {topic.key for topic in topics_of(found.process)}:
        raise HttpError(422, "This process knows no such topic.")
    try:
        actions.decide_anew(
            found,
            outcome=payload.outcome,
            reasons=payload.reasons,
            topic=payload.topic,
            by=colleague,
            at=timezone.now(),
        )
    except actions.NoReasons as why:
        raise HttpError(422, str(why)) from why
    return whole(found)
