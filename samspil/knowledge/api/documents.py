"""Knowledge by program: ask, bring documents in, see how far they are, take them away."""

from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import Base64Bytes

from samspil.knowledge import actions
from samspil.knowledge.access import check_may_ask, check_may_keep
from samspil.knowledge.forms import LONGEST_QUESTION
from samspil.knowledge.models import AskedIn, Document, Secrecy
from samspil.knowledge.queries import (
    Answered,
    Find,
    Quote,
    Standing,
    answer_to,
    document_at,
    document_page,
    position_of,
    trouble_of,
    warnings_of,
)
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, people, teams

router = Router()


class QuestionIn(Schema):
    """A question in plain words, of at most 500 characters."""

    question: str


class Helpful(Schema):
    """Whether an answer helped."""

    helpful: bool


class QuoteOut(Schema):
    """A sentence of a document, word for word, and where it stands.

    `page` counts from 1; None where the file has no pages. `start` and `end` are characters of the
    passage of this number. `ocr`: a program recognised some of the document's text, which may
    contain errors.
    """

    text: str
    document: UUID
    title: str
    headings: list[str]
    page: int | None
    passage: int
    start: int
    end: int
    stale: bool
    ocr: bool


class ExpertOut(Schema):
    """Somebody who may know; `owns`: a document or standard answer that comes near is theirs."""

    id: UUID
    name: str
    owns: bool


class SendIn(Schema):
    """A question that goes to a colleague; `expert` is one of those named for it, if any."""

    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    words: str = Field(default="", max_length=2_000)
    expert: UUID | None = None


class SentOut(Schema):
    """The case it became, of which process, and whom one would like to answer."""

    case: UUID
    process: str
    expert: UUID | None


class StandingOut(Schema):
    """A standard answer in the language nearest to the question, and who answers for it."""

    id: UUID
    text: str
    language: str
    owner: str
    valid_until: date


class AnswerOut(Schema):
    """A standard answer, or quotes; or none, why, what comes nearest, and who may know.

    `question` is its address for a day: say there whether the answer helped. `offered` are standard
    answers that come near and do not fit for sure.
    """

    question: UUID
    answered: bool
    quotes: list[QuoteOut]
    why: str
    nearest: list[QuoteOut]
    experts: list[ExpertOut]
    standard: StandingOut | None
    offered: list[StandingOut]


class DocumentOut(Schema):
    """A document; `state` is waiting, read or unreadable, `trouble` why it could not be read."""

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


@router.post("/questions", response=AnswerOut)
def ask(request: WorkRequest, body: QuestionIn) -> AnswerOut:
    """Ask what the documents say that the token's colleague may see; kept without a name."""
    colleague = check_may_ask(request.colleague)
    question = body.question.strip()
    if not 0 < len(question) <= LONGEST_QUESTION:
        raise HttpError(422, f"A question has from 1 to {LONGEST_QUESTION} characters.")
    found = answer_to(question, reader=colleague)
    kept = actions.keep_question(found, asked_in=AskedIn.API, at=timezone.now())
    return _answer(found, kept.public_id)


@router.post("/questions/{uuid:question}/helpful", response=Helpful)
def helpful(request: WorkRequest, question: UUID, body: Helpful) -> Helpful:
    """Say within a day whether the answer helped; nobody's name goes with it."""
    check_may_ask(request.colleague)
    if not actions.say_helpful(question, helpful=body.helpful, at=timezone.now()):
        raise Http404
    return body


@router.post("/questions/send", response={201: SentOut})
def send(request: WorkRequest, body: SendIn) -> Status[SentOut]:
    """Make a case of a question, for a person to answer."""
    colleague = check_may_ask(request.colleague)
    found = answer_to(body.question.strip(), reader=colleague)
    named = {one.colleague.public_id: one.colleague for one in found.experts}
    expert = named.get(body.expert) if body.expert else None
    try:
        made = actions.send_on(
            found,
            wish=actions.Wish(words=body.words, expert=expert),
            by=colleague,
            at=timezone.now(),
        )
    except actions.NoDesk as why:
        raise HttpError(409, str(why)) from None
    chosen = made.expert.public_id if made.expert else None
    sent = SentOut(case=made.case.public_id, process=made.case.process.name, expert=chosen)
    return Status(201, sent)


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
        secrecy=one.secrecy,
        team=one.team.public_id if one.team else None,
        owner=one.owner.public_id if one.owner else None,
        review_on=one.review_on, added_at=one.added_at,
    )  # fmt: skip


def _answer(found: Answered, question: UUID) -> AnswerOut:
    return AnswerOut(
        question=question,
        answered=bool(found.quotes or found.standard),
        standard=_standing(found.standard) if found.standard else None,
        offered=[_standing(one) for one in found.offered],
        quotes=[_quote(one) for one in found.quotes],
        why=found.why,
        nearest=[_quote(one) for one in found.nearest],
        experts=[
            ExpertOut(id=one.colleague.public_id, name=one.name, owns=one.owns)
            for one in found.experts
        ],
    )


def _standing(one: Standing) -> StandingOut:
    return StandingOut(
        id=one.answer.public_id,
        text=one.text,
        language=one.language,
        owner=one.answer.owner.name,
        valid_until=one.answer.valid_until,
    )


def _quote(one: Quote) -> QuoteOut:
    return QuoteOut(
        text=one.text, document=one.document.public_id, title=one.document.title,
        headings=one.passage.headings, page=one.passage.page, passage=one.passage.number,
        start=one.start, end=one.end, stale=one.stale, ocr=one.document.recognised,
    )  # fmt: skip
