"""Cases by program: read them, claim them, decide them."""

import base64
import binascii
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError
from pydantic import AwareDatetime

from samspil.core.lifecycle import Stage
from samspil.core.organisation_models.contract import Route
from samspil.core.roles import Action
from samspil.core.routing import Level
from samspil.journal.queries import about
from samspil.people.models import Team
from samspil.people.queries import WorkRequest, check_may
from samspil.review import actions as marks
from samspil.review.forms import LONGEST_NOTE, LONGEST_REPLY
from samspil.review.models import Tag
from samspil.work import actions
from samspil.work.models import Case, Decision, Proposal
from samspil.work.queries import case_at, process_at, recent, thread, topics_of

PAGE = 100
MOST = 500

router = Router(tags=["cases"])


class CaseLine(Schema):
    """A case as a list shows it. What routing gives is null until AI has looked at it."""

    id: UUID
    external_id: str
    process: UUID
    subject: str
    stage: Stage
    route: Route | None
    level: Level | None
    reason: str | None
    topic: str | None
    language: str | None
    confidence: float | None
    opened_at: datetime
    due_at: datetime
    closed_at: datetime | None


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


class MessageOut(Schema):
    """One part of the thread: in, out, or a note between colleagues."""

    direction: str
    at: datetime
    sender: str
    author: str | None
    text: str
    made_with_ai: bool


class ProposalOut(Schema):
    """What a skill suggested, and the passages that it quotes."""

    skill: str
    version: str
    options: list[dict[str, Any]]
    evidence: list[dict[str, Any]]
    draft: str
    made_at: datetime


class DecisionOut(Schema):
    """How a person closed the case."""

    verdict: str
    topic: str
    answer: str
    by: str
    at: datetime


class Happened(Schema):
    """One entry of the journal; actors are ids."""

    at: datetime
    event: str
    actor: str
    actor_kind: str
    facts: dict[str, Any]


class CaseOut(CaseLine):
    """A case with all that belongs to it."""

    snoozed_until: datetime | None
    tags: list[str]
    thread: list[MessageOut]
    proposal: ProposalOut | None
    decision: DecisionOut | None
    history: list[Happened]


class HandOverIn(Schema):
    """To whom, and what they should know; only colleagues see the note."""

    team: UUID
    note: str = Field("", max_length=LONGEST_NOTE)


class MessageIn(Schema):
    """A further message of the customer; the same `id` joins once."""

    text: str = Field("", max_length=LONGEST_REPLY)
    sender: str = Field("", max_length=254)
    id: str = Field("", max_length=200)


class NoteIn(Schema):
    """A note for colleagues; @ and a name tells that colleague."""

    text: str = Field(min_length=1, max_length=LONGEST_NOTE)


class TagIn(Schema):
    """A tag to put on a case, new or known."""

    name: str = Field(min_length=1, max_length=40)


class SnoozeIn(Schema):
    """Until when a case is put aside; null brings it back."""

    until: AwareDatetime | None


class DecideIn(Schema):
    """The reply. An empty one is taken only where the case is to close without a reply."""

    answer: str = Field("", max_length=LONGEST_REPLY)
    topic: str = Field("", max_length=80)
    close_without_reply: bool = False


@router.get("/cases", response=CasesOut, summary="List cases, newest first")
def cases(request: WorkRequest, narrowing: Query[Narrowing]) -> CasesOut:
    """One page of the organisation's cases."""
    check_may(request.colleague, Action.SEE_CASES)
    rows = list(_after(_narrowed(narrowing), narrowing.after)[: narrowing.size + 1])
    shown = rows[: narrowing.size]
    further = len(rows) > narrowing.size
    return CasesOut(
        cases=[CaseLine(**_line(case)) for case in shown],
        next=_cursor(shown[-1]) if further else None,
    )


@router.get("/cases/{uuid:case_id}", response=CaseOut, summary="Read one case")
def case(request: WorkRequest, case_id: UUID) -> CaseOut:
    """The thread, AI's proposal, the decision, and what the journal says of the case."""
    check_may(request.colleague, Action.SEE_CASES)
    return _whole(case_at(case_id))


@router.post("/cases/{uuid:case_id}/claim", response=CaseOut, summary="Take a case")
def claim(request: WorkRequest, case_id: UUID) -> CaseOut:
    """Take a waiting case; 409 where someone else was first."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id)
    actions.claim(found, by=colleague, at=timezone.now())
    return _whole(found)


@router.post("/cases/{uuid:case_id}/release", response=CaseOut, summary="Give a case back")
def release(request: WorkRequest, case_id: UUID) -> CaseOut:
    """Put a case that you hold back into the queue."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id)
    actions.release(found, by=colleague, at=timezone.now())
    return _whole(found)


@router.post("/cases/{uuid:case_id}/hand-over", response=CaseOut, summary="Hand a case over")
def hand_over(request: WorkRequest, case_id: UUID, payload: HandOverIn) -> CaseOut:
    """Pass a case that you hold to a team, with everything attached."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id)
    team = Team.objects.filter(public_id=payload.team).first()
    if team is None:
        raise HttpError(422, "There is no such team here.")
    actions.hand_over(found, to=team, note=payload.note, by=colleague, at=timezone.now())
    return _whole(found)


@router.post("/cases/{uuid:case_id}/messages", response=CaseOut, summary="Add a message")
def add_message(request: WorkRequest, case_id: UUID, payload: MessageIn) -> CaseOut:
    """Put a message into a case; a closed one opens again and is routed anew."""
    colleague = check_may(request.colleague, Action.IMPORT_MESSAGES)
    arrival = actions.Arrival(text=payload.text, sender=payload.sender, external_id=payload.id)
    received = actions.receive(arrival, case=case_at(case_id), at=timezone.now(), by=colleague)
    return _whole(case_at(received.case.public_id))


@router.post("/cases/{uuid:case_id}/notes", response=CaseOut, summary="Write a note")
def add_note(request: WorkRequest, case_id: UUID, payload: NoteIn) -> CaseOut:
    """Put a note for colleagues into the thread."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id)
    marks.write_note(found, text=payload.text, by=colleague, at=timezone.now())
    return _whole(found)


@router.post("/cases/{uuid:case_id}/tags", response=CaseOut, summary="Put a tag on a case")
def add_tag(request: WorkRequest, case_id: UUID, payload: TagIn) -> CaseOut:
    """Put a tag on a case; one that is there already changes nothing."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id)
    try:
        marks.tag(found, name=payload.name, by=colleague, at=timezone.now())
    except marks.NoSuchTag as why:
        raise HttpError(422, str(why)) from why
    return _whole(found)


@router.post("/cases/{uuid:case_id}/snooze", response=CaseOut, summary="Put a case aside")
def snooze(request: WorkRequest, case_id: UUID, payload: SnoozeIn) -> CaseOut:
    """Take a case out of the queue until a time; its deadline stays."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id)
    try:
        if payload.until is None:
            actions.wake(found, by=colleague, at=timezone.now())
        else:
            actions.snooze(found, until=payload.until, by=colleague, at=timezone.now())
    except actions.NotInFuture as why:
        raise HttpError(422, str(why)) from why
    return _whole(found)


@router.post("/cases/{uuid:case_id}/decide", response=CaseOut, summary="Decide a case")
def decide(request: WorkRequest, case_id: UUID, payload: DecideIn) -> CaseOut:
    """Close a case that you hold, with your reply. The decision is recorded as yours."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = case_at(case_id)
    answer = "" if payload.close_without_reply else payload.answer
    if not answer.strip() and not payload.close_without_reply:
        raise HttpError(422, "Write an answer, or say close_without_reply.")
    if payload.topic and payload.topic not in {topic.key for topic in topics_of(found.process)}:
        raise HttpError(422, "This process knows no such topic.")
    actions.decide(found, answer=answer, topic=payload.topic, by=colleague, at=timezone.now())
    return _whole(found)


def _narrowed(narrowing: Narrowing) -> QuerySet[Case]:
    chosen: dict[str, object] = {
        name: getattr(narrowing, name)
        for name in ("stage", "route", "level")
        if getattr(narrowing, name) is not None
    }
    if narrowing.process is not None:
        chosen["process"] = process_at(narrowing.process)
    return recent().filter(**chosen)


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


def _line(case: Case) -> dict[str, Any]:
    return {
        "id": case.public_id,
        "external_id": case.external_id,
        "process": case.process.public_id,
        "subject": case.subject,
        "stage": case.stage,
        "route": case.route or None,
        "level": case.level or None,
        "reason": case.reason or None,
        "topic": case.topic or None,
        "language": case.language or None,
        "confidence": case.confidence,
        "opened_at": case.opened_at,
        "due_at": case.due_at,
        "closed_at": case.closed_at,
    }


def _whole(case: Case) -> CaseOut:
    return CaseOut(
        **_line(case),
        snoozed_until=case.snoozed_until,
        tags=list(
            Tag.objects.filter(cases__case=case).order_by("name").values_list("name", flat=True)
        ),
        thread=list(_thread(case)),
        proposal=_proposal(case),
        decision=_decision(case),
        history=[
            Happened(
                at=entry.at,
                event=entry.event,
                actor=entry.actor,
                actor_kind=entry.actor_kind,
                facts=json.loads(entry.facts),
            )
            for entry in about(str(case.public_id))
        ],
    )


def _thread(case: Case) -> Iterator[MessageOut]:
    for message in thread(case):
        yield MessageOut(
            direction=message.direction,
            at=message.at,
            sender=message.sender,
            author=message.author.name if message.author else None,
            text=message.text,
            made_with_ai=message.made_with_ai,
        )


def _proposal(case: Case) -> ProposalOut | None:
    made = Proposal.objects.filter(case=case, round=case.round).first()
    return ProposalOut.from_orm(made) if made else None


def _decision(case: Case) -> DecisionOut | None:
    made = Decision.objects.filter(case=case, round=case.round).select_related("by").first()
    if made is None:
        return None
    return DecisionOut(
        verdict=made.verdict, topic=made.topic, answer=made.answer, by=made.by.name, at=made.at
    )
