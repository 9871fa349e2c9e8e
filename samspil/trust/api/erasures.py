"""Requests to be erased, by program."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.erasing import Asking, Came, Ground, Known, Refusal
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.trust import actions
from samspil.trust.models import Erasure
from samspil.trust.queries import erasure_at, erasures, look_at

router = Router(tags=["erasures"])
ADDRESS, REASON = 254, 500


class ErasureIn(Schema):
    """A request as it came; `known` is null as long as nobody made sure who asks."""

    address: str = Field(min_length=1, max_length=ADDRESS)
    received_on: date
    came: Came
    known: Known | None = None
    language: str = Field("en", pattern="^(da|de|en)$")


class KnownIn(Schema):
    """How it was made sure who asks."""

    known: Known


class ReasonIn(Schema):
    """Why it takes longer, in the person's language."""

    why: str = Field(max_length=REASON)


class RefusalIn(Schema):
    """Why something is not erased, in the person's language."""

    ground: Ground
    why: str = Field(max_length=REASON)


class BeginIn(Schema):
    """The address once more; `in_part` says why what is held stays."""

    address: str = Field(max_length=ADDRESS)
    in_part: RefusalIn | None = None


class ErasureOut(Schema):
    """A request. `phase` is asked, running, failed, done or refused; `share` runs from 0 to 1.
    `address` is empty once it is erased; `held` and `left` count by kind, from when it began."""

    id: UUID
    address: str
    received_on: date
    due_on: date
    came: str
    known: str
    extended: bool
    phase: str
    share: float
    held: dict[str, int]
    left: dict[str, int]
    ground: str
    note: str
    ended_at: datetime | None


class LookOut(Schema):
    """What would be erased and what would stay, in counts; nothing begins before every hindrance
    is settled. `only_in_part`: a hold keeps some of it."""

    held: dict[str, int]
    left: dict[str, int]
    only_in_part: bool
    hindrances: list[str]


@router.get("/erasures", response=list[ErasureOut], summary="The register of erasures")
def read_erasures(request: WorkRequest) -> list[ErasureOut]:
    """Every request, newest first."""
    check_may(request.colleague, Action.FORGET_PEOPLE)
    return [_erasure(one) for one in erasures()]


@router.post("/erasures", response={201: ErasureOut}, summary="Take down a request")
def ask(request: WorkRequest, body: ErasureIn) -> Status[ErasureOut]:
    """Take it down; nothing is erased by that."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    try:
        made = actions.ask_erasure(Asking(**body.dict()), by=colleague, at=timezone.now())
    except actions.NotErased as why:
        raise HttpError(409, str(why)) from why
    return Status(201, _erasure(made))


@router.get("/erasures/{uuid:erasure_id}", response=ErasureOut, summary="One request")
def read_erasure(request: WorkRequest, erasure_id: UUID) -> ErasureOut:
    """How far it is, and how it ended."""
    check_may(request.colleague, Action.FORGET_PEOPLE)
    return _erasure(_find(erasure_id))


@router.get("/erasures/{uuid:erasure_id}/look", response=LookOut, summary="The dry look")
def look(request: WorkRequest, erasure_id: UUID) -> LookOut:
    """What would be erased now; changes nothing. 409 where they are erased."""
    check_may(request.colleague, Action.FORGET_PEOPLE)
    asked = _find(erasure_id)
    if not asked.address:
        raise HttpError(409, "Nobody knows any more whom this was about.")
    found = look_at(asked.address)
    return LookOut(
        held=dict(found.held), left=dict(found.left), only_in_part=found.only_in_part,
        hindrances=list(found.hindrances),
    )  # fmt: skip


@router.put("/erasures/{uuid:erasure_id}/known", response=ErasureOut, summary="Who asks is known")
def put_known(request: WorkRequest, erasure_id: UUID, body: KnownIn) -> ErasureOut:
    """Put down how it was made sure who asks; nothing begins before."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    return _done(
        erasure_id,
        lambda asked: actions.note_known(asked, known=body.known, by=colleague, at=timezone.now()),
    )


@router.post("/erasures/{uuid:erasure_id}/extend", response=ErasureOut, summary="Take longer")
def extend(request: WorkRequest, erasure_id: UUID, body: ReasonIn) -> ErasureOut:
    """Two months more, once, within the first month."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    return _done(
        erasure_id,
        lambda asked: actions.extend_erasure(asked, why=body.why, by=colleague, at=timezone.now()),
    )


@router.post("/erasures/{uuid:erasure_id}/refuse", response=ErasureOut, summary="Refuse it")
def refuse(request: WorkRequest, erasure_id: UUID, body: RefusalIn) -> ErasureOut:
    """Nothing is erased, for this reason."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    refusal = Refusal(ground=body.ground, why=body.why)
    return _done(
        erasure_id,
        lambda asked: actions.refuse_erasure(asked, refusal, by=colleague, at=timezone.now()),
    )


@router.post("/erasures/{uuid:erasure_id}/begin", response=ErasureOut, summary="Erase for good")
def begin(request: WorkRequest, erasure_id: UUID, body: BeginIn) -> ErasureOut:
    """Have it erased in the background; this cannot be undone."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    stays = body.in_part
    in_part = Refusal(ground=stays.ground, why=stays.why) if stays else None
    return _done(
        erasure_id,
        lambda asked: actions.begin_erasure(
            asked, typed=body.address, by=colleague, at=timezone.now(), in_part=in_part
        ),
    )


def _done(erasure_id: UUID, step: Callable[[Erasure], None]) -> ErasureOut:
    """Do it and say how it stands then; 409 where it cannot be done now."""
    try:
        step(_find(erasure_id))
    except actions.NotErased as why:
        raise HttpError(409, str(why)) from why
    return _erasure(_find(erasure_id))


def _find(erasure_id: UUID) -> Erasure:
    try:
        return erasure_at(erasure_id)
    except Erasure.DoesNotExist:
        raise Http404 from None


def _erasure(one: Erasure) -> ErasureOut:
    return ErasureOut(
        id=one.public_id, address=one.address, received_on=one.received_on, due_on=one.due_on,
        came=one.came, known=one.known, extended=bool(one.extended_why), phase=one.phase,
        share=one.share, held=one.held, left=one.left, ground=one.ground, note=one.note,
        ended_at=one.ended_at,
    )  # fmt: skip
