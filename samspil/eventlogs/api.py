"""Event logs by program: bring one in, see what it shows, take it away."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import Base64Bytes

from samspil.adapters.event_logs import Choices, Preview
from samspil.core.eventlogs.columns import Part
from samspil.eventlogs import actions, queries
from samspil.eventlogs.access import check_may_bring, check_may_see
from samspil.eventlogs.models import EventLog, State
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.web.places import zones
from samspil.work.queries import processes

router = Router(tags=["event logs"])


class LogIn(Schema):
    """A log's file name and its content in base64; gzip keeps it small.

    `columns` names the column of each part (case, activity, time, person, group, state) where the
    guess is wrong; an empty name leaves a part out. Times without a zone are in `zone`, by default
    the organisation's.
    """

    name: str = Field(max_length=200)
    content: Base64Bytes
    columns: dict[Part, str] = Field(default_factory=dict)
    zone: str = ""
    month_first: bool | None = None


class LogOut(Schema):
    """A log; `state` is waiting, reading, made or failed, `trouble` why it could not be read.

    `read` is the share that was read, 0 to 1.
    """

    id: UUID
    name: str
    state: str
    read: float
    trouble: str
    brought_at: datetime


class CandidateOut(Schema):
    """A step that a program might take over, and what speaks for it."""

    step: str
    reasons: list[str]


class LiveOut(Schema):
    """A step and the live process that does it: its teams, of `cases` in the last 30 days the share
    AI finished alone, of `judged` proposals in the last 90 days the share people changed. Shares
    are from 0 to 1, and null of nothing."""

    step: str
    process: UUID
    teams: list[str]
    cases: int
    alone: float | None
    judged: int
    changed: float | None


class LinksIn(Schema):
    """The live process of each step that has one, by its id; all other links go."""

    links: dict[str, UUID] = Field(max_length=500)


class WholeOut(Schema):
    """A log and what it shows; the latter only once it is made.

    `facts` are counts, and times in seconds: arrows and variants name steps by their place.
    """

    log: LogOut
    facts: dict[str, Any] | None
    candidates: list[CandidateOut]
    live: list[LiveOut]


class LogsOut(Schema):
    """The newest first; `after` asks for those after these."""

    logs: list[LogOut]
    after: UUID | None


@router.get("/eventlogs", response=LogsOut)
def logs(request: WorkRequest, after: UUID | None = None) -> LogsOut:
    """The logs that were brought in, fifty at a time."""
    check_may_see(request.colleague)
    rows, later = queries.log_page(before=queries.position_of(after) if after else None)
    return LogsOut(logs=[_said(one) for one in rows], after=rows[-1].public_id if later else None)


@router.post("/eventlogs", response={201: LogOut})
def bring(request: WorkRequest, payload: LogIn) -> Status[LogOut]:
    """Bring a log in and have it read in the background; 422 where that cannot be."""
    colleague = check_may_bring(request.colleague)
    try:
        return Status(201, _said(_brought(payload, by=colleague)))
    except actions.RefusedLog as why:
        raise HttpError(422, str(why)) from None


@router.get("/eventlogs/{uuid:log}", response=WholeOut)
def one_log(request: WorkRequest, log: UUID) -> WholeOut:
    """One log, how far it is, and what it shows."""
    check_may_see(request.colleague)
    found = _find(log)
    if found.state != State.MADE:
        return WholeOut(log=_said(found), facts=None, candidates=[], live=[])
    told = queries.candidates_in(queries.facts_in(found))
    return WholeOut(
        log=_said(found), facts=found.facts,
        candidates=[CandidateOut(step=one.step, reasons=list(one.reasons)) for one in told],
        live=_live(found),
    )  # fmt: skip


@router.put("/eventlogs/{uuid:log}/links", response=list[LiveOut])
def link(request: WorkRequest, log: UUID, payload: LinksIn) -> list[LiveOut]:
    """Say which live processes do the steps; 422 for a step or process there is none of."""
    colleague = check_may_bring(request.colleague)
    found = _find(log)
    known = {one.public_id: one for one in processes()}
    if not known.keys() >= {*payload.links.values()}:
        raise HttpError(422, "There is no such process.")
    chosen = {step: known[public_id] for step, public_id in payload.links.items()}
    try:
        actions.link_steps(found, chosen, by=colleague, at=timezone.now())
    except actions.RefusedLog as why:
        raise HttpError(422, str(why)) from None
    return _live(found)


@router.delete("/eventlogs/{uuid:log}", response={204: None})
def remove(request: WorkRequest, log: UUID) -> Status[None]:
    """Show it no more; it is deleted in a day."""
    colleague = check_may_bring(request.colleague)
    actions.remove_log(_find(log), by=colleague, at=timezone.now())
    return Status(204, None)


def _brought(payload: LogIn, *, by: Colleague) -> EventLog:
    if payload.zone and payload.zone not in zones():
        raise HttpError(422, f"There is no time zone {payload.zone}.")
    at = timezone.now()
    made = actions.bring_log(payload.name, payload.content, by=by, at=at)
    choices = _choices(payload, queries.kept_preview(made))
    try:
        actions.start_log(made, name=made.name, choices=choices, by=by, at=at)
    except actions.RefusedLog:
        actions.remove_log(made, by=by, at=at)
        raise
    made.refresh_from_db()
    return made


def _choices(payload: LogIn, preview: Preview) -> Choices:
    chosen: dict[Part, int | None] = dict(preview.guess)
    for part, name in payload.columns.items():
        chosen[part] = preview.header.index(name) if name in preview.header else None
    zone = ZoneInfo(payload.zone) if payload.zone else queries.own_zone()
    said = payload.month_first
    return Choices(
        zone=zone, chosen=chosen, month_first=preview.month_first if said is None else said
    )


def _live(log: EventLog) -> list[LiveOut]:
    return [
        LiveOut(
            step=step, process=one.process.public_id, teams=list(one.teams), cases=one.alone.n,
            alone=one.alone.value, judged=one.wrong.n, changed=one.wrong.value,
        )
        for step, one in queries.live_steps(log, now=timezone.now()).items()
    ]  # fmt: skip


def _find(public_id: UUID) -> EventLog:
    try:
        return queries.log_at(public_id)
    except EventLog.DoesNotExist:
        raise Http404 from None


def _said(one: EventLog) -> LogOut:
    return LogOut(
        id=one.public_id, name=one.name, state=one.state, read=one.share,
        trouble=queries.trouble_of(one), brought_at=one.brought_at,
    )  # fmt: skip
