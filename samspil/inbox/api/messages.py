"""Messages in by program, and the dry look."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Annotated, Any
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import WithJsonSchema

from samspil.core.roles import Action
from samspil.inbox.actions import open_once
from samspil.inbox.files import BadRow, RowError, arrival_from, one_mail
from samspil.inbox.queries import (
    Look,
    look_at,
    look_in,
    mail_choices,
    starter_rules,
    starter_skill,
)
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.work.actions import Arrival
from samspil.work.models import Case, Process
from samspil.work.queries import process_at, processes

MOST = 500
MOST_MAIL = 75 * 1024**2
"""Bytes; a file grows by a third in a mail."""
ONE_MESSAGE = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {"type": "string", "description": "Empty is allowed: a person looks at it."},
        "id": {"type": "string", "maxLength": 200, "description": "Your own number for it."},
        "sender": {"type": "string", "maxLength": 254},
        "subject": {"type": "string"},
        "in_reply_to": {"type": "string", "description": "The Message-ID that it answers."},
    },
}

MessageIn = Annotated[Any, WithJsonSchema(ONE_MESSAGE)]
"""Checked one by one, so that a wrong message does not keep the others out."""

router = Router(tags=["messages"])


class MessagesIn(Schema):
    """Messages for one process, which need not be named where there is only one."""

    process: UUID | None = None
    messages: list[Annotated[Any, WithJsonSchema(ONE_MESSAGE)]] = Field(
        min_length=1, max_length=MOST
    )


class OpenedCase(Schema):
    """A message's own number (the case's, where it had none), and the case that it is."""

    id: str
    case: UUID


class WrongMessage(Schema):
    """A message that was left out, by its place in the list, counted from 0."""

    place: int
    detail: str


class MessagesOut(Schema):
    """What became of the messages. `joined` are answers, with the case that they joined;
    `duplicates` were here already; they opened nothing.
    """

    opened: list[OpenedCase]
    joined: list[UUID]
    duplicates: list[OpenedCase]
    errors: list[WrongMessage]


class Passage(Schema):
    """A quotation: `text[start:end] == quote`, in the text after masking."""

    ground: str
    start: int
    end: int
    quote: str


class LookOut(Schema):
    """What would become of one message. `confidence` is from 0 to 1."""

    id: str
    language: str | None
    topic: str | None
    level: str
    cue: str | None
    route: str
    reason: str
    confidence: float | None
    evidence: list[Passage]


class LooksOut(Schema):
    """The looks in the order of the messages, those that could not be read left out."""

    looks: list[LookOut]
    errors: list[WrongMessage]


@router.post("/messages", response={202: MessagesOut}, summary="Bring messages in")
def bring_in(request: WorkRequest, payload: MessagesIn) -> Status[MessagesOut]:
    """Open a case for each message. Sending a message with the same id again opens nothing."""
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    process = _process(payload.process)
    arrivals, errors = _arrivals(payload.messages)
    at = timezone.now()
    return Status(202, _taken_in(arrivals, errors, process=process, at=at, by=colleague))


def _taken_in(
    arrivals: list[Arrival],
    errors: list[WrongMessage],
    *,
    process: Process,
    at: datetime,
    by: Colleague,
) -> MessagesOut:
    opened = open_once(arrivals, process=process, at=at, by=by)
    known = Case.objects.filter(process=process, external_id__in=opened.duplicates)
    return MessagesOut(
        opened=[OpenedCase(id=case.external_id, case=case.public_id) for case in opened.cases],
        joined=[case.public_id for case in (*opened.joined, *opened.ours)],
        duplicates=[OpenedCase(id=case.external_id, case=case.public_id) for case in known],
        errors=errors,
    )


@router.post(
    "/messages/mail", response={202: MessagesOut}, summary="Bring one mail in",
    openapi_extra={"requestBody": {"required": True, "content": {"message/rfc822": {}}}},
)  # fmt: skip
def bring_in_mail(
    request: WorkRequest, process: UUID | None = None, own: str = ""
) -> Status[MessagesOut]:
    """Take one mail as it came over the wire, at most 75 MB; what is wrong with it is told.

    An answer joins its case. `own` are our addresses between commas: a mail from one of them is our
    reply. Automatic mails come in too, marked, and are never answered.
    """
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    chosen = _process(process)
    at = timezone.now()
    raw = request.read(MOST_MAIL + 1)
    if len(raw) > MOST_MAIL:
        raise HttpError(413, "The mail is larger than 75 megabytes.")
    choices = replace(mail_choices("", own=own.split(","), leave_out=False), now=at)
    rows = one_mail(BytesIO(raw), choices=choices)
    arrivals = [row for row in rows if isinstance(row, Arrival)]
    errors = [
        WrongMessage(place=0, detail=row.sentence) for row in rows if isinstance(row, RowError)
    ]
    if not arrivals:
        raise HttpError(422, errors[0].detail if errors else "This is not a mail.")
    return Status(202, _taken_in(arrivals, errors, process=chosen, at=at, by=colleague))


@router.post("/triage", response=LooksOut, summary="Look at messages, storing nothing")
def triage(request: WorkRequest, payload: MessagesIn) -> LooksOut:
    """What would become of messages. Without a process: the skill as it comes, in a new process."""
    check_may(request.colleague, Action.IMPORT_MESSAGES)
    arrivals, errors = _arrivals(payload.messages)
    texts = [arrival.text for arrival in arrivals]
    looks = _looks(texts, process=payload.process)
    return LooksOut(
        looks=[_look(one.external_id, look) for one, look in zip(arrivals, looks, strict=True)],
        errors=errors,
    )


def _looks(texts: Sequence[str], *, process: UUID | None) -> list[Look]:
    if process is None:
        return look_at(texts, skill=starter_skill(), rules=starter_rules())
    return look_in(process_at(process), texts)


def _process(public_id: UUID | None) -> Process:
    """The process named, or the only one there is."""
    if public_id is not None:
        return process_at(public_id)
    there = processes()
    if len(there) != 1:
        raise HttpError(422, "Name the process: there is not exactly one.")
    return there[0]


def _arrivals(messages: Sequence[object]) -> tuple[list[Arrival], list[WrongMessage]]:
    arrivals, errors = [], []
    for place, message in enumerate(messages):
        try:
            arrivals.append(_arrival(message))
        except BadRow as why:
            errors.append(WrongMessage(place=place, detail=str(why)))
    return arrivals, errors


def _arrival(message: object) -> Arrival:
    if not isinstance(message, dict):
        raise BadRow("A message is an object with a text.")
    values = {**message, "answers": message.get("in_reply_to")}
    return arrival_from(values, otherwise_id="")


def _look(external_id: str, look: Look) -> LookOut:
    return LookOut(
        id=external_id,
        language=look.proposal.language if look.proposal else None,
        topic=look.best.result if look.best else None,
        level=look.routing.level,
        cue=look.cue,
        route=look.routing.route,
        reason=look.routing.words(),
        confidence=look.best.confidence if look.best else None,
        evidence=[
            Passage(ground=one.ground, start=one.start, end=one.end, quote=one.quote)
            for one in look.evidence
        ],
    )
