"""Summaries by program: ask for one, see how far it is, take it away."""

from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import Base64Bytes

from samspil.core.summarising.document import Length
from samspil.knowledge.models import Document
from samspil.knowledge.queries import document_at
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.summaries import actions
from samspil.summaries.access import check_may_summarise
from samspil.summaries.models import Kind, State, Summary
from samspil.summaries.queries import (
    Sheet,
    Shown,
    facts_of,
    mark_of,
    phrased_sheet_of,
    phrasing_of,
    position_of,
    said_of,
    sheet_of,
    summary_at,
    summary_page,
    trouble_of,
    warnings_of,
)

router = Router(tags=["summaries"])


class PointOut(Schema):
    """A sentence or a fact, and its place: characters `start` to `end` of passage `place`.

    `place` is None where a person added it. `seconds` count from the beginning of a meeting,
    `value` is what a fact counts, `owner` and `due` are those of an action.
    """

    sort: str
    text: str
    headings: list[str]
    page: int | None
    place: int | None
    start: int
    end: int
    seconds: int | None
    value: str
    owner: str
    due: date | None


class SummaryOut(Schema):
    """A summary; `state` is waiting, made or failed, `trouble` why it could not be made.

    `mark` says that AI made it and whether a person has checked it.
    """

    id: UUID
    kind: str
    title: str
    document: UUID | None
    met_on: date | None
    language: str
    state: str
    trouble: str
    warnings: list[str]
    mark: str
    checked: bool
    ordered_at: datetime


class PhrasingOut(Schema):
    """A summary as a language model phrased it: how far it is, and what the text says of it.

    `points` of the sort phrased are AI's, each with the place that says so; under headings of which
    AI has none stand those that were chosen. `left_out` sentences the text does not support. `why`
    says why it was over before the last part; `mark` that AI wrote it.
    """

    over: bool
    done: int
    parts: int
    left_out: int
    model: str
    mark: str
    why: str
    points: list[PointOut]


class WholeOut(Schema):
    """A summary with its points in one length, and the facts of a document.

    `phrasing` is None where nobody asked for it.
    """

    summary: SummaryOut
    length: int
    points: list[PointOut]
    facts: list[PointOut]
    phrasing: PhrasingOut | None


class SummariesOut(Schema):
    """The newest first; `after` asks for those after these."""

    summaries: list[SummaryOut]
    after: UUID | None


class SummaryIn(Schema):
    """Either a document's id, or a file's name and its content in base64.

    Of a meeting (`kind` meeting) the content is its transcript, and `met_on` its day.
    """

    kind: Kind = Kind.DOCUMENT
    document: UUID | None = None
    name: str = Field(default="", max_length=actions.LONGEST_NAME)
    content: Base64Bytes = b""
    met_on: date | None = None


@router.get("/summaries", response=SummariesOut)
def summaries(request: WorkRequest, after: UUID | None = None) -> SummariesOut:
    """The summaries that the token's colleague may see, fifty at a time."""
    colleague = check_may_summarise(request.colleague)
    before = position_of(after, reader=colleague) if after else None
    rows, later = summary_page(colleague, before=before)
    return SummariesOut(
        summaries=[_said(one) for one in rows],
        after=rows[-1].public_id if later else None,
    )


@router.post("/summaries", response={201: SummaryOut})
def order(request: WorkRequest, payload: SummaryIn) -> Status[SummaryOut]:
    """Have something summarised; it is made in the background."""
    colleague = check_may_summarise(request.colleague)
    try:
        made = _ordered(payload, by=colleague)
    except actions.RefusedSummary as why:
        raise HttpError(422, str(why)) from None
    return Status(201, _said(made))


@router.get("/summaries/{uuid:summary}", response=WholeOut)
def one_summary(request: WorkRequest, summary: UUID, length: Length = Length.MEDIUM) -> WholeOut:
    """One summary, how far it is, and what it says: 1 is short, 2 medium, 3 long."""
    found = _find(check_may_summarise(request.colleague), summary)
    if found.state != State.MADE:
        return WholeOut(summary=_said(found), length=length, points=[], facts=[], phrasing=None)
    sheet = sheet_of(found, length=length)
    points = [*sheet.decisions, *sheet.actions, *sheet.questions]
    points += [one for section in sheet.sections for one in section.points]
    return WholeOut(
        summary=_said(found), length=length, points=[_point(one) for one in points],
        facts=[_point(one) for one in facts_of(found)], phrasing=_phrased(sheet),
    )  # fmt: skip


@router.post("/summaries/{uuid:summary}/phrasing", response={202: SummaryOut})
def phrase(request: WorkRequest, summary: UUID) -> Status[SummaryOut]:
    """Have a language model put it into other words, in the background; 409 where none may."""
    colleague = check_may_summarise(request.colleague)
    found = _find(colleague, summary)
    try:
        actions.order_phrasing(found, by=colleague, at=timezone.now())
    except (actions.RefusedSummary, actions.StaleSummary) as why:
        raise HttpError(409, str(why)) from None
    return Status(202, _said(found))


@router.delete("/summaries/{uuid:summary}", response={204: None})
def remove(request: WorkRequest, summary: UUID) -> Status[None]:
    """Show it no more; it is deleted in a day."""
    colleague = check_may_summarise(request.colleague)
    actions.remove_summary(_find(colleague, summary), by=colleague, at=timezone.now())
    return Status(204, None)


def _ordered(payload: SummaryIn, *, by: Colleague) -> Summary:
    at = timezone.now()
    if payload.document is not None:
        try:
            document = document_at(payload.document, reader=by)
        except Document.DoesNotExist:
            raise HttpError(422, "There is no such document.") from None
        return actions.order_of_document(document, by=by, at=at)
    given = actions.Given(name=payload.name, content=payload.content)
    if payload.kind == Kind.DOCUMENT:
        return actions.order_of_file(given, by=by, at=at)
    if payload.met_on is None:
        raise HttpError(422, "Say on which day the meeting was: met_on.")
    return actions.order_minutes(given, met_on=payload.met_on, by=by, at=at)


def _find(reader: Colleague, public_id: UUID) -> Summary:
    try:
        return summary_at(public_id, reader=reader)
    except Summary.DoesNotExist:
        raise Http404 from None


def _said(one: Summary) -> SummaryOut:
    return SummaryOut(
        id=one.public_id, kind=one.kind, title=one.title,
        document=one.document.public_id if one.document else None, met_on=one.met_on,
        language=one.language, state=one.state, trouble=trouble_of(one),
        warnings=warnings_of(one), mark=mark_of(one) if one.state == State.MADE else "",
        checked=one.approved_at is not None, ordered_at=one.ordered_at,
    )  # fmt: skip


def _phrased(chosen: Sheet) -> PhrasingOut | None:
    phrasing = phrasing_of(chosen.summary)
    if phrasing is None:
        return None
    sheet = phrased_sheet_of(chosen, phrasing)
    return PhrasingOut(
        over=phrasing.over, done=phrasing.done, parts=phrasing.parts, left_out=phrasing.left_out,
        model=phrasing.model, mark=mark_of(chosen.summary, written_by=sheet.written_by),
        why=said_of(phrasing, None),
        points=[_point(one) for section in sheet.sections for one in section.points],
    )  # fmt: skip


def _point(one: Shown) -> PointOut:
    point = one.point
    return PointOut(
        sort=point.sort, text=point.text, headings=point.headings, page=point.page,
        place=point.place, start=point.start, end=point.end, seconds=one.seconds,
        value=point.value, owner=point.owner, due=point.due,
    )  # fmt: skip
