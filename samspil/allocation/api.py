"""Who does which task, by program."""

from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.allocation import actions
from samspil.allocation.access import check_may_allocate, check_may_see
from samspil.allocation.actions import Expected, Said
from samspil.allocation.models import Move
from samspil.allocation.queries import (
    Allocated,
    allocated,
    allocated_one,
    move_at,
    portfolio,
)
from samspil.audit.models import Task
from samspil.audit.queries import task_at
from samspil.core.allocation.criteria import Criterion, OffScale
from samspil.core.allocation.divisions import Division, Place
from samspil.core.allocation.law import About, Touch
from samspil.core.allocation.portfolio import Part, Range
from samspil.measures.queries import OfMonth
from samspil.people.queries import WorkRequest

router = Router(tags=["allocation"])


class ReasonOut(Schema):
    """What one source leaves AI at most: `source` is law, evidence, wish, capability or thumb."""

    source: str
    at_most: str
    words: str


class MonthOut(Schema):
    """What the cases of a task took in the last month that is over: hours a week of everybody who
    decided together, minutes for one case, and how many were changed after somebody disagreed
    (null where that would tell of single people)."""

    month: str
    cases: int
    hours: float
    minutes: float
    minutes_low: float
    minutes_high: float
    changed: int | None


class AllocatedOut(Schema):
    """A task and who does it. `creative` and `contact` (0 to 1) are null while nobody can tell
    where it stands; `score` (0 to 1) while too little is said. `apart` are pairs of views that
    disagree. `hours` a week are those `measured`, else what five people and more say, else 0."""

    id: UUID
    title: str
    division: str
    suggested: str
    level: int
    creative: float | None
    contact: float | None
    score: float | None
    hours: float
    measured: MonthOut | None
    overruled: bool
    apart: list[tuple[str, str]]
    reasons: list[ReasonOut]


class JudgementIn(Schema):
    """What a task is like: criteria from 1 to 5 by their names, whom it is about, and whether
    something is decided about a person, or feelings are read. What is left out is unsaid."""

    criteria: dict[Criterion, float] = Field(default_factory=dict)
    about: About = About.UNSAID
    decides: bool | None = None
    feels: bool | None = None


class PlaceIn(Schema):
    """Where it shall stand; `why` where it comes into another quarter."""

    creative: float = Field(ge=0, le=1)
    contact: float = Field(ge=0, le=1)
    why: str = Field(default="", max_length=500)


class ChoiceIn(Schema):
    """Who shall do it, and why."""

    division: Division
    why: str = Field(default="", max_length=500)


class EstimateIn(Schema):
    """What AI would bring: shares (0 to 1) of the hours saved, days to set up, money of the first
    year beside that, hours a week it takes today where people guess them, a risk from 1 to 5, and
    whether it would automate, assist or try."""

    saved_low: float
    saved_high: float
    days_low: float
    days_high: float
    money_low: float = 0
    money_high: float = 0
    hours_low: float | None = None
    hours_high: float | None = None
    risk: int
    part: Part


class CandidateOut(Schema):
    """A task with hours saved a week, and what to do: start, look or leave, and on what ground."""

    id: UUID
    title: str
    saves_low: float
    saves_high: float
    advice: str
    ground: str


class MoveOut(Schema):
    """A move that can be undone."""

    id: UUID


@router.get("/allocation", response=list[AllocatedOut])
def tasks(request: WorkRequest) -> list[AllocatedOut]:
    """Every task on the list, by name."""
    check_may_see(request.colleague)
    return [_out(one) for one in allocated(now=timezone.now())]


@router.get("/allocation/portfolio", response=list[CandidateOut])
def what_to_start(request: WorkRequest) -> list[CandidateOut]:
    """The tasks with an estimate, those first that save most hours for each day of work."""
    check_may_see(request.colleague)
    return [
        CandidateOut(
            id=row.one.task.public_id, title=row.one.task.title,
            saves_low=row.candidate.gain.low, saves_high=row.candidate.gain.high,
            advice=row.advice, ground=row.ground,
        )
        for row in portfolio(now=timezone.now()).rows
    ]  # fmt: skip


@router.put("/allocation/{uuid:task_id}/estimate", response={204: None})
def estimate(request: WorkRequest, task_id: UUID, body: EstimateIn) -> Status[None]:
    """Say what AI would bring in a task."""
    colleague, found = check_may_allocate(request.colleague), _task(task_id)
    try:
        expected = Expected(
            saved=Range(low=body.saved_low, high=body.saved_high),
            days=Range(low=body.days_low, high=body.days_high),
            money=Range(low=body.money_low, high=body.money_high),
            risk=body.risk,
            part=body.part,
            hours=_hours(body),
        )
    except ValueError as why:
        raise HttpError(422, str(why)) from None
    actions.estimate(found, expected, by=colleague, at=timezone.now())
    return Status(204, None)


def _hours(body: EstimateIn) -> Range | None:
    """As guessed; raises `ValueError` where only one end is said."""
    if body.hours_low is None and body.hours_high is None:
        return None
    if body.hours_low is None or body.hours_high is None:
        raise ValueError("Say both hours_low and hours_high, or neither.")
    return Range(low=body.hours_low, high=body.hours_high)


@router.get("/allocation/{uuid:task_id}", response=AllocatedOut)
def task(request: WorkRequest, task_id: UUID) -> AllocatedOut:
    """One task."""
    check_may_see(request.colleague)
    return _out(allocated_one(_task(task_id), now=timezone.now()))


@router.put("/allocation/{uuid:task_id}/judgement", response=AllocatedOut)
def judge(request: WorkRequest, task_id: UUID, body: JudgementIn) -> AllocatedOut:
    """Say what a task is like."""
    colleague, found = check_may_allocate(request.colleague), _task(task_id)
    said = Said(
        criteria=body.criteria,
        touch=Touch(about=body.about, decides=body.decides, feels=body.feels),
    )
    try:
        actions.judge(found, said, by=colleague, at=timezone.now())
    except OffScale as why:
        raise HttpError(422, str(why)) from None
    return _out(allocated_one(found, now=timezone.now()))


@router.post("/allocation/{uuid:task_id}/place", response={201: MoveOut})
def place(request: WorkRequest, task_id: UUID, body: PlaceIn) -> Status[MoveOut]:
    """Put a task somewhere in the picture."""
    colleague, found = check_may_allocate(request.colleague), _task(task_id)
    to = Place(creative=body.creative, contact=body.contact)
    try:
        made = actions.move_task(found, to, why=body.why, by=colleague, at=timezone.now())
    except actions.UnfitMove as why:
        raise HttpError(422, str(why)) from None
    return Status(201, MoveOut(id=made.public_id))


@router.post("/allocation/{uuid:task_id}/choice", response={201: MoveOut})
def choose(request: WorkRequest, task_id: UUID, body: ChoiceIn) -> Status[MoveOut]:
    """Say who does a task."""
    colleague, found = check_may_allocate(request.colleague), _task(task_id)
    try:
        made = actions.choose(found, body.division, why=body.why, by=colleague, at=timezone.now())
    except actions.UnfitMove as why:
        raise HttpError(422, str(why)) from None
    return Status(201, MoveOut(id=made.public_id))


@router.post("/allocation/moves/{uuid:move_id}/undo", response={204: None})
def undo(request: WorkRequest, move_id: UUID) -> Status[None]:
    """Undo a move."""
    colleague = check_may_allocate(request.colleague)
    try:
        found = move_at(move_id)
    except Move.DoesNotExist:
        raise Http404 from None
    if not actions.withdraw_move(found, by=colleague, at=timezone.now()):
        raise HttpError(409, _("Somebody undid this before."))
    return Status(204, None)


def _out(one: Allocated) -> AllocatedOut:
    suggestion, stands = one.suggestion, one.suggestion.place
    return AllocatedOut(
        id=one.task.public_id,
        title=one.task.title,
        division=one.division,
        suggested=suggestion.division,
        level=suggestion.level,
        creative=stands.creative if stands else None,
        contact=stands.contact if stands else None,
        score=suggestion.score.value if suggestion.score else None,
        hours=one.hours,
        measured=_month(one.month),
        overruled=one.overruled,
        apart=[(first.value, second.value) for first, second in one.disagreements],
        reasons=[
            ReasonOut(
                source=each.source, at_most=each.most, words=each.words.format(**each.figures)
            )
            for each in suggestion.reasons
        ],
    )


def _month(found: OfMonth | None) -> MonthOut | None:
    if found is None or found.minutes is None or found.hours is None:
        return None
    return MonthOut(
        month=found.month.name, cases=found.minutes.n, hours=found.hours,
        minutes=found.minutes.median, minutes_low=found.minutes.low,
        minutes_high=found.minutes.high, changed=found.errors.hits if found.errors else None,
    )  # fmt: skip


def _task(task_id: UUID) -> Task:
    try:
        return task_at(task_id)
    except Task.DoesNotExist:
        raise Http404 from None
