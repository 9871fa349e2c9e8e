"""Questions by program: ask, say whether the answer helped, send one on to a person."""

from datetime import date
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.knowledge import actions
from samspil.knowledge.access import check_may_ask, check_may_be_answered
from samspil.knowledge.forms import LONGEST_QUESTION
from samspil.knowledge.models import AskedIn
from samspil.knowledge.queries import Answered, Quote, Standing, answer_to
from samspil.people.queries import WorkRequest

router = Router()


class QuestionIn(Schema):
    """A question in plain words, of at most 500 characters.

    `phrased`: a language model may phrase an answer too, where one may be asked; that takes longer.
    """

    question: str
    phrased: bool = False


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


class PhrasedSentenceOut(Schema):
    """A sentence that AI wrote, and the passages, whole, in each of which code found it."""

    text: str
    passages: list[QuoteOut]


class PhrasedOut(Schema):
    """An answer that a language model phrased; `left_out` sentences no passage supports.

    `mark` says that AI wrote it. Without sentences `why` says why no model was asked, or none
    answered; empty where one did.
    """

    sentences: list[PhrasedSentenceOut]
    left_out: int
    model: str
    mark: str
    why: str


class AnswerOut(Schema):
    """A standard answer, or quotes; or none, why, what comes nearest, and who may know.

    `question` is its address for a day: say there whether the answer helped. `offered` are standard
    answers that come near and do not fit for sure. `phrased` is None where it was not wished for,
    and where there are no quotes.
    """

    question: UUID
    answered: bool
    quotes: list[QuoteOut]
    why: str
    nearest: list[QuoteOut]
    experts: list[ExpertOut]
    standard: StandingOut | None
    offered: list[StandingOut]
    phrased: PhrasedOut | None


@router.post("/questions", response=AnswerOut)
def ask(request: WorkRequest, body: QuestionIn) -> AnswerOut:
    """Ask what the documents say that the token's colleague may see; kept without a name."""
    colleague = check_may_be_answered(request.colleague)
    question = body.question.strip()
    if not 0 < len(question) <= LONGEST_QUESTION:
        raise HttpError(422, f"A question has from 1 to {LONGEST_QUESTION} characters.")
    found = answer_to(question, reader=colleague)
    kept = actions.keep_question(found, asked_in=AskedIn.API, at=timezone.now())
    phrased = None
    if body.phrased and found.passages:
        phrased = actions.phrase_answer(
            question, found.passages, reader=colleague, at=timezone.now()
        )
    return _answer(found, kept.public_id, phrased)


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


def _answer(found: Answered, question: UUID, phrased: actions.PhrasedAnswer | None) -> AnswerOut:
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
        phrased=_phrased(phrased) if phrased else None,
    )


def _phrased(told: actions.PhrasedAnswer) -> PhrasedOut:
    return PhrasedOut(
        sentences=[
            PhrasedSentenceOut(text=one.text, passages=[_quote(each) for _, each in one.quotes])
            for one in told.sentences
        ],
        left_out=told.left_out,
        model=told.model,
        mark=_("AI draft") if told.sentences else "",
        why=told.why,
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
