"""Requests to see what is held of a person, by program."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.adapters.files import DamagedFile
from samspil.core.reading import one_line
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, day_of
from samspil.trust import actions
from samspil.trust.models import AccessRequest, Answer
from samspil.trust.queries import request_at, requests
from samspil.web.saving import saved_as

router = Router(tags=["rights"])
MOST = 500


class AccessOut(Schema):
    """A request. `stage` is making, made, failed or expired, `share` how much of the pack is made,
    from 0 to 1; `held` counts by kind; `answer` is empty, sent, nothing or refused."""

    id: UUID
    address: str
    received_on: date
    due_on: date
    language: str
    stage: str
    share: float
    held: dict[str, int]
    expires_at: datetime | None
    answer: str
    note: str


class AccessIn(Schema):
    """Whose data, since when it is asked for (today where it is not said), and in which language
    the pack is written."""

    address: str = Field(min_length=1, max_length=254)
    received_on: date | None = None
    language: Literal["da", "de", "en"] = "en"


class AnswerIn(Schema):
    """How the request was answered."""

    result: Answer
    note: str = Field("", max_length=500)


@router.get("/access-requests", response=list[AccessOut], summary="Requests to see what is held")
def read_requests(request: WorkRequest) -> list[AccessOut]:
    """The last 500, the newest first."""
    _allowed(request)
    return [_out(one) for one in requests()[:MOST]]


@router.post("/access-requests", response={201: AccessOut}, summary="Take down a request")
def write_request(request: WorkRequest, body: AccessIn) -> Status[AccessOut]:
    """The pack is made in the background."""
    colleague, now = _allowed(request), timezone.now()
    address, today = one_line(body.address), day_of(now)
    received = body.received_on or today
    if not address:
        raise HttpError(422, _("Say whose data is asked for."))
    if received > today:
        raise HttpError(422, _("A request cannot be received on a day to come."))
    made = actions.ask_access(
        address, received_on=received, language=body.language, by=colleague, at=now
    )
    return Status(201, _out(made))


@router.get("/access-requests/{uuid:request_id}", response=AccessOut, summary="One request")
def read_request(request: WorkRequest, request_id: UUID) -> AccessOut:
    """How far its pack is, and how it was answered."""
    _allowed(request)
    return _out(_find(request_id))


@router.get("/access-requests/{uuid:request_id}/pack", summary="Fetch the pack")
def read_pack(request: WorkRequest, request_id: UUID) -> HttpResponse:
    """The zip file; that it was fetched stands in the journal. 409 where there is none now."""
    colleague, found = _allowed(request), _find(request_id)
    try:
        content = actions.note_fetched(found, by=colleague, at=timezone.now())
    except (actions.NotMade, DamagedFile):
        raise HttpError(409, _("There is no pack now: have it made anew.")) from None
    answer = HttpResponse(content, content_type="application/zip")
    saved_as(answer, f"access-{found.public_id}.zip")
    return answer


@router.post(
    "/access-requests/{uuid:request_id}/anew", response={202: AccessOut}, summary="Make it anew"
)
def write_anew(request: WorkRequest, request_id: UUID) -> Status[AccessOut]:
    """The pack is made once more, from what is held now."""
    colleague = _allowed(request)
    actions.make_anew(_find(request_id), by=colleague, at=timezone.now())
    return Status(202, _out(_find(request_id)))


@router.post(
    "/access-requests/{uuid:request_id}/answer",
    response=AccessOut,
    summary="Say how it was answered",
)
def write_answer(request: WorkRequest, request_id: UUID, body: AnswerIn) -> AccessOut:
    """A second answer takes the place of the first."""
    colleague = _allowed(request)
    actions.note_answer(
        _find(request_id), answer=body.result, said=body.note, by=colleague, at=timezone.now()
    )
    return _out(_find(request_id))


def _allowed(request: WorkRequest) -> Colleague:
    return check_may(request.colleague, Action.FORGET_PEOPLE)


def _find(public_id: UUID) -> AccessRequest:
    try:
        return request_at(public_id)
    except AccessRequest.DoesNotExist:
        raise Http404(str(public_id)) from None


def _out(one: AccessRequest) -> AccessOut:
    return AccessOut(
        id=one.public_id, address=one.address, received_on=one.received_on, due_on=one.due_on,
        language=one.language, stage=one.stage, share=one.share, held=one.held,
        expires_at=one.expires_at, answer=one.answer, note=one.note,
    )  # fmt: skip
