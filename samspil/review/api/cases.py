"""Read cases, take them, decide them."""

import base64
import binascii
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http.response import HttpResponseBase
from django.utils import timezone
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError

from samspil.core.lifecycle import Stage
from samspil.core.organisation_models.contract import Route
from samspil.core.roles import Action
from samspil.core.routing import Level
from samspil.people.models import Colleague, Team
from samspil.people.queries import WorkRequest, check_may
from samspil.review import actions as marks
from samspil.review.api.answers import CaseLine, CaseOut, SectionOut, line_of, whole
from samspil.review.api.sending import answer_with
from samspil.review.forms import LONGEST_NOTE, LONGEST_REPLY
from samspil.review.queries.columns import columns_named
from samspil.work import actions
from samspil.work.models import Attachment, Case, Decision
from samspil.work.queries import (
    attachment_at,
    case_at,
    process_at,
    recent,
    topics_of,
)
from samspil.work.queries.explaining import explanation

PAGE = 100
MOST = 500

router = Router(tags=["cases"])


class CasesOut(Schema):
    """One page, newest first; give `next` as `after` to go on; null at the end."""

    cases: list[CaseLine]
    next: str | None


class Narrowing(Schema):
    """What to list."""

    process: UUID | None = None
    stage: Stage | None = None
    route: Route | None = None
    level: Level | None = None
    after: str | None = Field(None, max_length=200)
    size: int = Field(PAGE, ge=1, le=MOST)
    format: Literal["json", "csv", "xlsx"] = "json"
    column: list[str] = Field([], max_length=30)


class HandOverIn(Schema):
    """To whom, and what they should know; only colleagues see the note."""

    team: UUID
    note: str = Field("", max_length=LONGEST_NOTE)


class JudgeIn(Schema):
    """What the case is about: the key of a topic of its process."""

    topic: str = Field(min_length=1, max_length=80)


class DecideIn(Schema):
    """The reply. An empty one is taken only where the case is to close without a reply.

    `files` are files of the case that go along. A reply that repeats a standard answer which lapsed
    meanwhile is refused (409), unless you were `told`: see `proposal.approved.lapsed`.
    """

    answer: str = Field("", max_length=LONGEST_REPLY)
    topic: str = Field("", max_length=80)
    close_without_reply: bool = False
    told: bool = False
    files: list[UUID] = Field([], max_length=20)


@router.get("/cases", response=CasesOut, summary="List cases, newest first")
def cases(request: WorkRequest, narrowing: Query[Narrowing]) -> CasesOut | HttpResponseBase:
    """One page of the organisation's cases; with `format` csv or xlsx all of them, as a file."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    if narrowing.format != "json":
        return _exported(narrowing, colleague)
    rows = list(_after(_narrowed(narrowing, colleague), narrowing.after)[: narrowing.size + 1])
    shown = rows[: narrowing.size]
    further = len(rows) > narrowing.size
    return CasesOut(
        cases=[CaseLine(**line_of(case)) for case in shown],
        next=_cursor(shown[-1]) if further else None,
    )


@router.get("/cases/{uuid:case_id}", response=CaseOut, summary="Read one case")
def case(request: WorkRequest, case_id: UUID) -> CaseOut:
    """The thread, AI's proposal, the decision, and what the journal says of the case."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    return whole(case_at(case_id, reader=colleague))


@router.get(
    "/cases/{uuid:case_id}/explanation", response=list[SectionOut], summary="Explain a case"
)
def explain(request: WorkRequest, case_id: UUID) -> list[SectionOut]:
    """How it was decided, told from its record; nothing in it is made up anew."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found = case_at(case_id, reader=colleague)
    return [SectionOut(title=one.title, lines=one.lines) for one in explanation(found)]


@router.post("/cases/{uuid:case_id}/claim", response=CaseOut, summary="Take a case")
def claim(request: WorkRequest, case_id: UUID) -> CaseOut:
    """Take a waiting case; 409 where someone else was first."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    actions.claim(found, by=colleague, at=timezone.now())
    return whole(found)


@router.post("/cases/{uuid:case_id}/release", response=CaseOut, summary="Give a case back")
def release(request: WorkRequest, case_id: UUID) -> CaseOut:
    """Put a case that you hold back into the queue."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    actions.release(found, by=colleague, at=timezone.now())
    return whole(found)


@router.post("/cases/{uuid:case_id}/hand-over", response=CaseOut, summary="Hand a case over")
def hand_over(request: WorkRequest, case_id: UUID, payload: HandOverIn) -> CaseOut:
    """Pass a case that you hold to a team, with everything attached."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    team = Team.objects.filter(public_id=payload.team, closed_at__isnull=True).first()
    if team is None:
        raise HttpError(422, "There is no such team here.")
    actions.hand_over(found, to=team, note=payload.note, by=colleague, at=timezone.now())
    return whole(found)


@router.post("/cases/{uuid:case_id}/judgement", response=CaseOut, summary="Judge a case first")
def judge(request: WorkRequest, case_id: UUID, payload: JudgeIn) -> CaseOut:
    """Say what a case that you hold is about before AI's answer is told; 409 if it was judged.

    Where somebody else is to look too, the case waits again, and AI's answer is not told yet.
    """
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    try:
        actions.judge_first(found, topic=payload.topic, by=colleague, at=timezone.now())
    except actions.UnknownTopic as why:
        raise HttpError(422, str(why)) from why
    return whole(found)


@router.post("/cases/{uuid:case_id}/decide", response=CaseOut, summary="Decide a case")
def decide(request: WorkRequest, case_id: UUID, payload: DecideIn) -> CaseOut:
    """Close a case that you hold, with your reply. The decision is recorded as yours."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id, reader=colleague)
    answer = "" if payload.close_without_reply else payload.answer
    if not answer.strip() and not payload.close_without_reply:
        raise HttpError(422, "Write an answer, or say close_without_reply.")
    if payload.topic and payload.topic not in {topic.key for topic in topics_of(found.process)}:
        raise HttpError(422, "This process knows no such topic.")
    if actions.was_planted(_answer(found, payload, answer=answer, by=colleague)):
        raise HttpError(410, "This answer was planted to be noticed; its copy is deleted now.")
    return whole(found)


@transaction.atomic
def _answer(found: Case, payload: DecideIn, *, answer: str, by: Colleague) -> Decision:
    now = timezone.now()
    try:
        for file in payload.files:
            actions.enclose(attachment_at(found, file), case=found, by=by, at=now)
    except (Attachment.DoesNotExist, actions.TooMuchEnclosed) as why:
        said = str(why) if isinstance(why, actions.TooMuchEnclosed) else ""
        raise HttpError(422, said or "files: the case has no such file.") from why
    read = actions.Read(lapse=payload.told)
    return actions.decide(found, answer=answer, topic=payload.topic, read=read, by=by, at=now)


def _narrowed(narrowing: Narrowing, reader: Colleague) -> QuerySet[Case]:
    chosen: dict[str, object] = {
        name: getattr(narrowing, name)
        for name in ("stage", "route", "level")
        if getattr(narrowing, name) is not None
    }
    if narrowing.process is not None:
        chosen["process"] = process_at(narrowing.process)
    return recent(reader=reader).filter(**chosen)


def _exported(narrowing: Narrowing, colleague: Colleague) -> HttpResponseBase:
    said = narrowing.dict(include={"process", "stage", "route", "level"}, exclude_none=True)
    now = timezone.now()
    try:
        taken = marks.take_away(
            _narrowed(narrowing, colleague).select_related("team", "claimed_by"),
            order=("-opened_at", "pk"),
            columns=columns_named(narrowing.column),
            form=narrowing.format,
            narrowed_to={name: str(value) for name, value in said.items()},
            by=colleague,
            at=now,
        )
    except marks.TooLongForExcel as why:
        raise HttpError(422, str(why)) from why
    name = f"cases-{timezone.localtime(now):%Y-%m-%d}.{narrowing.format}"
    return answer_with(taken, form=narrowing.format, name=name)


def _after(rows: QuerySet[Case], cursor: str | None) -> QuerySet[Case]:
    """What follows the case that the cursor names."""
    if cursor is None:
        return rows
    try:
        when, _, number = base64.urlsafe_b64decode(cursor.encode()).decode().partition("|")
        opened_at, last = datetime.fromisoformat(when), int(number)
        in_range = opened_at.tzinfo is not None and 0 < last < 2**63
    except (ValueError, binascii.Error):
        in_range = False
    if not in_range:
        raise HttpError(422, "after: use what the page before gave as next.")
    return rows.filter(Q(opened_at__lt=opened_at) | Q(opened_at=opened_at, pk__gt=last))


def _cursor(case: Case) -> str:
    return base64.urlsafe_b64encode(f"{case.opened_at.isoformat()}|{case.pk}".encode()).decode()
