"""Requests for help, by program."""

from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.roles import NotAllowed
from samspil.core.rollouts.support import Urgency
from samspil.people.queries import WorkRequest
from samspil.rollouts import actions, queries
from samspil.rollouts.access import check_may_see
from samspil.rollouts.actions import UnfitRequest
from samspil.rollouts.models import TeamRollout
from samspil.rollouts.queries import Asked

router = Router(tags=["rollouts"])
MOST_TEXT = 2000


class TurnOut(Schema):
    """What was said, and when."""

    what: str
    text: str
    at: datetime


class HelpOut(Schema):
    """A request for help; `whose` says who is to answer it now: agents or owner."""

    id: UUID
    part: UUID
    urgency: str
    state: str
    due_at: datetime
    whose: str
    turns: list[TurnOut]


class HelpListOut(Schema):
    """What the holder of the token asked, and what is theirs to answer."""

    mine: list[HelpOut]
    to_answer: list[HelpOut]


class HelpIn(Schema):
    """Ask the change agents of one's own team. The text is masked; it names no colleague."""

    of: UUID
    urgency: Urgency = Urgency.SOON
    text: str = Field(min_length=1, max_length=MOST_TEXT)


@router.get("/support", response=HelpListOut, summary="Requests for help")
def support(request: WorkRequest) -> HelpListOut:
    """One's own requests, and those one is to answer; of nobody else."""
    colleague, now = check_may_see(request.colleague), timezone.now()
    return HelpListOut(
        mine=[_help(one) for one in queries.own_requests(colleague, now=now)],
        to_answer=[_help(one) for one in queries.to_answer(colleague, now=now)],
    )


@router.post("/support", response={201: HelpOut}, summary="Ask for help")
def ask_for_help(request: WorkRequest, payload: HelpIn) -> Status[HelpOut]:
    """Ask for help in a rollout of one's own team; 422 for a text that cannot be taken."""
    colleague, now = check_may_see(request.colleague), timezone.now()
    try:
        place = queries.place_at(payload.of)
    except TeamRollout.DoesNotExist:
        raise Http404 from None
    try:
        made = actions.ask_for_help(
            place, payload.text, urgency=payload.urgency, by=colleague, at=now
        )
    except UnfitRequest as why:
        raise HttpError(422, str(why)) from None
    except NotAllowed:
        raise Http404 from None
    return Status(201, _help(queries.asked(queries.request_at(made.public_id), now=now)))


def _help(one: Asked) -> HelpOut:
    return HelpOut(
        id=one.request.public_id,
        part=one.request.place.public_id,
        urgency=one.request.urgency,
        state=one.request.state,
        due_at=one.request.due_at,
        whose=one.whose,
        turns=[TurnOut(what=each.deed, text=each.text, at=each.at) for each in one.turns],
    )
