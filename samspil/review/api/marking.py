"""Put something to a case: messages, files, notes, tags, a time to come back."""

import base64
from typing import Literal
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError
from pydantic import AwareDatetime, Base64Bytes

from samspil.core.masking import DataClass
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review import actions as marks
from samspil.review.api.answers import CaseOut, FileLine, file_line, whole
from samspil.review.forms import LONGEST_NOTE, LONGEST_REPLY
from samspil.work import actions
from samspil.work.models import Attachment
from samspil.work.queries import (
    attachment_at,
    case_at,
    content_of,
)

router = Router(tags=["cases"])


class MessageIn(Schema):
    """A further message of the customer; the same `id` joins once."""

    text: str = Field("", max_length=LONGEST_REPLY)
    sender: str = Field("", max_length=254)
    id: str = Field("", max_length=200)


class FileIn(Schema):
    """A file for a case; `content` is base64."""

    name: str = Field(min_length=1, max_length=200)
    content: Base64Bytes


class FileOut(FileLine):
    """A file with its content in base64."""

    content: str


class NoteIn(Schema):
    """A note for colleagues; @ and a name tells that colleague."""

    text: str = Field(min_length=1, max_length=LONGEST_NOTE)


class TagIn(Schema):
    """A tag to put on a case, new or known."""

    name: str = Field(min_length=1, max_length=40)


class ClassIn(Schema):
    """How protected a case is: personal, or sensitive personal (special)."""

    data_class: Literal[DataClass.PERSONAL, DataClass.SPECIAL]


class SnoozeIn(Schema):
    """Until when a case is put aside; null brings it back."""

    until: AwareDatetime | None


@router.post("/cases/{uuid:case_id}/messages", response=CaseOut, summary="Add a message")
def add_message(request: WorkRequest, case_id: UUID, payload: MessageIn) -> CaseOut:
    """Put a message into a case; a closed one opens again and is routed anew."""
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    arrival = actions.Arrival(text=payload.text, sender=payload.sender, external_id=payload.id)
    received = actions.receive(
        arrival, case=case_at(case_id, reader=colleague), at=timezone.now(), by=colleague
    )
    return whole(case_at(received.case.public_id, reader=colleague))


@router.post("/cases/{uuid:case_id}/files", response=FileLine, summary="Put a file to a case")
def add_file(request: WorkRequest, case_id: UUID, payload: FileIn) -> FileLine:
    """Keep a file with the case; only kinds on the list are taken."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found, now = case_at(case_id, reader=colleague), timezone.now()
    try:
        made = actions.attach(
            found, name=payload.name, content=payload.content, by=colleague, at=now
        )
    except actions.RefusedFile as why:
        raise HttpError(422, str(why)) from why
    return file_line(made)


@router.get("/cases/{uuid:case_id}/files/{uuid:file_id}", response=FileOut, summary="Get a file")
def file(request: WorkRequest, case_id: UUID, file_id: UUID) -> FileOut:
    """One file of a case."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    try:
        found = attachment_at(case_at(case_id, reader=colleague), file_id)
    except Attachment.DoesNotExist:
        raise Http404 from None
    content = base64.b64encode(content_of(found)).decode()
    return FileOut(**file_line(found).dict(), content=content)


@router.post("/cases/{uuid:case_id}/notes", response=CaseOut, summary="Write a note")
def add_note(request: WorkRequest, case_id: UUID, payload: NoteIn) -> CaseOut:
    """Put a note for colleagues into the thread."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    try:
        marks.write_note(found, text=payload.text, by=colleague, at=timezone.now())
    except marks.CannotBeTold as why:
        raise HttpError(422, str(why)) from why
    return whole(found)


@router.post("/cases/{uuid:case_id}/tags", response=CaseOut, summary="Put a tag on a case")
def add_tag(request: WorkRequest, case_id: UUID, payload: TagIn) -> CaseOut:
    """Put a tag on a case; one that is there already changes nothing."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    try:
        marks.tag(found, name=payload.name, by=colleague, at=timezone.now())
    except marks.NoSuchTag as why:
        raise HttpError(422, str(why)) from why
    return whole(found)


@router.post("/cases/{uuid:case_id}/snooze", response=CaseOut, summary="Put a case aside")
def snooze(request: WorkRequest, case_id: UUID, payload: SnoozeIn) -> CaseOut:
    """Take a case out of the queue until a time; its deadline stays."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    try:
        if payload.until is None:
            actions.wake(found, by=colleague, at=timezone.now())
        else:
            actions.snooze(found, until=payload.until, by=colleague, at=timezone.now())
    except actions.NotInFuture as why:
        raise HttpError(422, str(why)) from why
    return whole(found)


@router.put("/cases/{uuid:case_id}/class", response=CaseOut, summary="Say how protected it is")
def class_case(request: WorkRequest, case_id: UUID, payload: ClassIn) -> CaseOut:
    """Treat a case as personal or sensitive; one found to be sensitive stays so."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    try:
        actions.class_case(found, payload.data_class, by=colleague, at=timezone.now())
    except actions.FoundSpecial as why:
        raise HttpError(409, str(why)) from why
    return whole(found)
