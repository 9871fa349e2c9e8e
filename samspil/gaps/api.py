"""Gaps by program: the map, what is asked for, and saying that it is done."""

from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.errors import HttpError

from samspil.gaps import actions
from samspil.gaps.access import check_may_know, check_may_see_map
from samspil.gaps.models import GapRequest, Kind
from samspil.gaps.queries import TopicRow, drawn_map, open_requests, request_at
from samspil.people.queries import WorkRequest, people

router = Router(tags=["gaps"])


class TopicOut(Schema):
    """A topic; `words` is empty for small topics counted beside one document. `weekly` begins with
    this week. `near` and `knowing` are null where no document that you may see comes near."""

    id: UUID
    words: list[str]
    questions: list[str]
    asked: int
    unanswered: int
    weekly: list[int]
    trend: str
    near: UUID | None
    suggested: UUID | None
    knowing: int | None


class MapOut(Schema):
    """What was asked in twelve weeks. `withheld` may be about somebody, `left` is too little."""

    drawn_at: datetime
    asked: int
    unanswered: int
    withheld: int
    left: int
    topics: list[TopicOut]


class AskIn(Schema):
    """What is missing: `kind` is answer, document or lesson."""

    words: list[str]
    kind: str
    of: UUID
    note: str = ""


class RequestOut(Schema):
    """What a colleague is asked for."""

    id: UUID
    words: list[str]
    kind: str
    asked: UUID
    by: UUID
    at: datetime
    note: str


@router.get("/gaps", response=MapOut)
def gap_map(request: WorkRequest) -> MapOut:
    """The map as it was last drawn; 404 before the first."""
    found = drawn_map(check_may_see_map(request.colleague))
    if found is None:
        raise Http404
    drawn = found.map
    return MapOut(
        drawn_at=drawn.drawn_at,
        asked=drawn.asked,
        unanswered=drawn.unanswered,
        withheld=drawn.withheld,
        left=drawn.left,
        topics=[_topic(row) for row in found.rows],
    )


@router.get("/gaps/requests", response=list[RequestOut])
def gap_requests(request: WorkRequest) -> list[RequestOut]:
    """What you are asked for and have not done."""
    return [_request(one) for one in open_requests(check_may_know(request.colleague))]


@router.post("/gaps/requests", response={201: RequestOut})
def ask_for(request: WorkRequest, body: AskIn) -> Status[RequestOut]:
    """Ask a colleague to close a gap."""
    colleague = check_may_see_map(request.colleague)
    of = next((one for one in people() if one.public_id == body.of), None)
    if of is None or body.kind not in Kind.values:
        raise HttpError(422, "Nobody with this id works here, or the kind is unknown.")
    try:
        made = actions.ask_for(
            body.words, kind=Kind(body.kind), of=of, by=colleague, at=timezone.now(), note=body.note
        )
    except actions.BadRequest as why:
        raise HttpError(422, str(why)) from why
    return Status(201, _request(made))


@router.post("/gaps/requests/{uuid:wish_id}/done", response={204: None})
def done(request: WorkRequest, wish_id: UUID) -> Status[None]:
    """Say that it is done."""
    colleague = check_may_know(request.colleague)
    try:
        found = request_at(wish_id)
    except GapRequest.DoesNotExist:
        raise Http404 from None
    if not actions.end_request(found, done=True, by=colleague, at=timezone.now()):
        raise HttpError(409, "Somebody ended this before.")
    return Status(204, None)


def _topic(row: TopicRow) -> TopicOut:
    topic = row.topic
    return TopicOut(
        id=topic.public_id,
        words=topic.words,
        questions=topic.shown,
        asked=topic.asked,
        unanswered=topic.unanswered,
        weekly=topic.weekly,
        trend=row.trend,
        near=row.near.public_id if row.near else None,
        suggested=row.suggested.public_id if row.suggested else None,
        knowing=row.knowing if row.near else None,
    )


def _request(one: GapRequest) -> RequestOut:
    return RequestOut(
        id=one.public_id,
        words=one.words,
        kind=one.kind,
        asked=one.asked.public_id,
        by=one.by.public_id,
        at=one.at,
        note=one.note,
    )
