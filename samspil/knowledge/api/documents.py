"""Documents by program: bring them in, see how far they are, take them away."""

from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import Base64Bytes

from samspil.core.masking import DataClass
from samspil.knowledge import actions
from samspil.knowledge.access import check_may_ask, check_may_keep
from samspil.knowledge.models import Document, Secrecy
from samspil.knowledge.queries import (
    Find,
    class_of_document,
    document_at,
    document_page,
    position_of,
    trouble_of,
    warnings_of,
)
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, people, teams

router = Router()


class DocumentOut(Schema):
    """A document; `state` is waiting, read or unreadable, `trouble` why it could not be read.

    `data_class` is the kind of data it is taken for, `found` what leads to a person in it.
    """

    id: UUID
    name: str
    title: str
    state: str
    trouble: str
    warnings: list[str]
    ocr: bool
    pages: int | None
    language: str
    secrecy: str
    data_class: str
    found: list[str]
    team: UUID | None
    owner: UUID | None
    review_on: date | None
    added_at: datetime


class DocumentsOut(Schema):
    """The newest first; `after` asks for those after these."""

    documents: list[DocumentOut]
    after: UUID | None


class DocumentIn(Schema):
    """A file in base64, who may see it (public, internal, confidential), team, owner, review."""

    name: str = Field(max_length=actions.LONGEST_NAME)
    content: Base64Bytes
    secrecy: Secrecy = Secrecy.INTERNAL
    team: UUID | None = None
    owner: UUID | None = None
    review_on: date | None = None


class TakenOut(Schema):
    """What became of it: new, changed or known."""

    taken: str
    document: DocumentOut


@router.get("/documents", response=DocumentsOut)
def documents(request: WorkRequest, after: UUID | None = None) -> DocumentsOut:
    """The documents that the token's colleague may see, fifty at a time."""
    colleague = check_may_ask(request.colleague)
    before = position_of(after, reader=colleague) if after else None
    rows, later = document_page(colleague, Find(), today=day_of(timezone.now()), before=before)
    return DocumentsOut(
        documents=[_document(row.document) for row in rows],
        after=rows[-1].document.public_id if later else None,
    )


@router.get("/documents/{uuid:document}", response=DocumentOut)
def one_document(request: WorkRequest, document: UUID) -> DocumentOut:
    """One document, and how far it is."""
    return _document(_find(check_may_ask(request.colleague), document))


@router.post("/documents", response={201: TakenOut, 200: TakenOut})
def add(request: WorkRequest, payload: DocumentIn) -> Status[TakenOut]:
    """Bring one in; 200 where it was here already. A new version keeps the document's terms."""
    colleague = check_may_keep(request.colleague)
    given = actions.Given(name=payload.name, content=payload.content)
    try:
        ((found, taken),) = actions.add_documents(
            [given], terms=_terms(payload), by=colleague, at=timezone.now()
        )
    except (actions.RefusedDocument, actions.BadTerms) as why:
        raise HttpError(422, str(why)) from None
    made = TakenOut(taken=taken.value, document=_document(found))
    return Status(200 if taken is actions.Taken.KNOWN else 201, made)


@router.post("/documents/{uuid:document}/confirm", response=DocumentOut)
def confirm(request: WorkRequest, document: UUID) -> DocumentOut:
    """Say that it still holds: its review moves on by its months."""
    colleague = check_may_ask(request.colleague)
    actions.confirm_document(_find(colleague, document), by=colleague, at=timezone.now())
    return _document(_find(colleague, document))


class ClassIn(Schema):
    """Which kind of data a document is; null for as found. Milder needs a reason."""

    data_class: DataClass | None = None
    why: str = Field("", max_length=300)


@router.put("/documents/{uuid:document}/class", response=DocumentOut)
def classify(request: WorkRequest, document: UUID, payload: ClassIn) -> DocumentOut:
    """Say which kind of data it is."""
    colleague = check_may_keep(request.colleague)
    found = _find(colleague, document)
    try:
        actions.set_class(
            found, payload.data_class, why=payload.why, by=colleague, at=timezone.now()
        )
    except actions.BadTerms as why:
        raise HttpError(422, str(why)) from None
    return _document(_find(colleague, document))


@router.delete("/documents/{uuid:document}", response={204: None})
def remove(request: WorkRequest, document: UUID) -> Status[None]:
    """Answer from it no more; it is deleted in a day."""
    colleague = check_may_keep(request.colleague)
    found = _find(colleague, document)
    actions.remove_documents([found.pk], by=colleague, at=timezone.now())
    return Status(204, None)


def _find(reader: Colleague, public_id: UUID) -> Document:
    try:
        return document_at(public_id, reader=reader)
    except Document.DoesNotExist:
        raise Http404 from None


def _terms(payload: DocumentIn) -> actions.Terms:
    team = next((one for one in teams() if one.public_id == payload.team), None)
    owner = next((one for one in people() if one.public_id == payload.owner), None)
    if (payload.team and team is None) or (payload.owner and owner is None):
        raise HttpError(422, "There is no such team or colleague.")
    return actions.Terms(
        secrecy=payload.secrecy, team=team, owner=owner, review_on=payload.review_on
    )


def _document(one: Document) -> DocumentOut:
    return DocumentOut(
        id=one.public_id, name=one.name, title=one.title, state=one.state, trouble=trouble_of(one),
        warnings=warnings_of(one), ocr=one.recognised, pages=one.pages, language=one.language,
        secrecy=one.secrecy, data_class=class_of_document(one).value, found=one.found or [],
        team=one.team.public_id if one.team else None,
        owner=one.owner.public_id if one.owner else None,
        review_on=one.review_on, added_at=one.added_at,
    )  # fmt: skip
