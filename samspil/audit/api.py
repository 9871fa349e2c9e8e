"""Rounds and tasks by program; of answers, only those of the token's own colleague."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.audit import actions, queries
from samspil.audit.access import check_may_ask, check_may_see
from samspil.audit.models import Audit, Figures
from samspil.audit.queries import OwnSheet, TaskFigures
from samspil.core.audit import LONGEST_TITLE, Given, Per
from samspil.people.queries import WorkRequest, teams
from samspil.work.models import Process
from samspil.work.queries import process_at

router = Router(tags=["tasks"])
MOST = 100
"""The newest that a list holds, and tasks that a sheet takes at once."""


class RoundIn(Schema):
    """A round: its days, both inclusive, and the `teams` it asks; everybody where there is none."""

    name: str = Field(max_length=actions.LONGEST_NAME)
    opens: date
    closes: date
    teams: list[UUID] = Field(default=[], max_length=MOST)


class RoundOut(Schema):
    """A round. `settled_at` is null while it goes on."""

    id: UUID
    name: str
    opens: date
    closes: date
    teams: list[UUID]
    settled_at: datetime | None


class FiguresOut(Schema):
    """What is told of five people or more: hours a week of all together, in halves; means of one
    person else. `frustration` and `wish` (1.5 to 4.5), `error_share` (0 to 1) and
    `between_hours` are null where they would single somebody out."""

    people: int
    hours: float
    times: float
    minutes: float
    error_share: float | None
    frustration: float | None
    wish: float | None
    wishes: str
    durations: str
    between_hours: float | None
    systems: list[str]


class TeamFiguresOut(FiguresOut):
    """The same of a team."""

    team: UUID


class TaskOut(Schema):
    """A task on the company's list; `everybody` is null where too few people answered."""

    id: UUID
    title: str
    team: UUID | None
    process: UUID | None
    topic: str
    occupation: str
    everybody: FiguresOut | None
    teams: list[TeamFiguresOut]


class ResultOut(RoundOut):
    """A round with how far it is: at least so many of `asked` people, in steps of five; and what it
    tells, once it is over."""

    asked: int
    handed_in: int
    tasks: list[TaskOut]


class TaskIn(Schema):
    """A task, and the process and topic it is part of."""

    title: str = Field(max_length=LONGEST_TITLE)
    process: UUID | None = None
    topic: str = Field(default="", max_length=200)


class AnswerIn(Schema):
    """What you say of a task; `error_share` from 0 to 1, `wish` from 1 (AI alone) to 5 (a person
    alone)."""

    title: str = Field(max_length=LONGEST_TITLE)
    times: float | None = None
    per: Per = Per.WEEK
    minutes: float | None = None
    error_share: float | None = None
    frustration: int | None = None
    wish: int | None = None
    systems: list[str] = Field(default=[], max_length=MOST)


class SheetIn(Schema):
    """Tasks to put onto your sheet; with `hand_in` it is handed in after that."""

    answers: list[AnswerIn] = Field(max_length=MOST)
    hand_in: bool = False


class SheetOut(Schema):
    """Your own sheet, and the hours a week of all its tasks together."""

    week_hours: float
    hours: float
    handed_in_at: datetime | None
    answers: list[AnswerIn]


@router.get("/audits", response=list[RoundOut], summary="Rounds, newest first")
def rounds(request: WorkRequest) -> list[RoundOut]:
    """At most a hundred."""
    check_may_see(request.colleague)
    return [RoundOut(**_round(one)) for one in queries.audits()[:MOST]]


@router.post("/audits", response={201: RoundOut}, summary="Begin a round")
def begin_round(request: WorkRequest, body: RoundIn) -> Status[RoundOut]:
    """422 where there can be no such round."""
    colleague = check_may_ask(request.colleague)
    known = {one.public_id: one for one in teams()}
    if not set(body.teams) <= set(known):
        raise HttpError(422, "There is no team with one of these ids.")
    try:
        made = actions.open_audit(
            body.name, opens=body.opens, closes=body.closes,
            teams=[known[one] for one in dict.fromkeys(body.teams)], by=colleague,
            at=timezone.now(),
        )  # fmt: skip
    except actions.UnfitRound as why:
        raise HttpError(422, str(why)) from None
    return Status(201, RoundOut(**_round(made)))


@router.get("/audits/{uuid:round_id}", response=ResultOut, summary="A round and what it tells")
def one_round(request: WorkRequest, round_id: UUID) -> ResultOut:
    """How far it is, or what came of it."""
    check_may_see(request.colleague)
    audit = _at(round_id)
    far = queries.progress_of(audit)
    return ResultOut(
        **_round(audit), asked=far.asked, handed_in=far.handed_in,
        tasks=[_task(row) for row in queries.figures_of(audit)],
    )  # fmt: skip


@router.post("/audits/{uuid:round_id}/close", response={204: None}, summary="End a round")
def close_round(request: WorkRequest, round_id: UUID) -> Status[None]:
    """End it now and count; 409 where it was over before."""
    colleague = check_may_ask(request.colleague)
    if not actions.close_audit(_at(round_id), by=colleague, at=timezone.now()):
        raise HttpError(409, "This round was over before.")
    return Status(204, None)


@router.get("/audits/{uuid:round_id}/mine", response=SheetOut, summary="Your own sheet")
def own(request: WorkRequest, round_id: UUID) -> SheetOut:
    """What you have said in this round; 404 before you have begun."""
    found = queries.own_sheet(_at(round_id), of=check_may_see(request.colleague))
    if found is None:
        raise Http404
    return _sheet(found)


@router.post("/audits/{uuid:round_id}/mine", response=SheetOut, summary="Fill in your own sheet")
def fill_in(request: WorkRequest, round_id: UUID, body: SheetIn) -> SheetOut:
    """Begin if need be, and put tasks onto it, all or none; 422 says what cannot be so, 409 where
    the round does not ask you now or you have handed in."""
    colleague, audit = check_may_see(request.colleague), _at(round_id)
    given = [Given(**one.dict() | {"systems": tuple(one.systems)}) for one in body.answers]
    try:
        sheet = actions.begin_sheet(audit, by=colleague, at=timezone.now())
        actions.bring_answers(sheet, given, at=timezone.now())
        if body.hand_in:
            actions.hand_in(sheet, at=timezone.now())
    except actions.NotNow as why:
        raise HttpError(409, str(why)) from None
    except (actions.UnfitAnswer, actions.UnfitTask, actions.NotReady) as why:
        raise HttpError(422, str(why)) from None
    found = queries.own_sheet(audit, of=colleague)
    assert found is not None
    return _sheet(found)


@router.get("/tasks", response=list[TaskOut], summary="Tasks and what may be told of them")
def tasks(request: WorkRequest) -> list[TaskOut]:
    """The company's list, with the newest round's figures."""
    check_may_see(request.colleague)
    return [_task(row) for row in queries.figures_of_tasks()]


@router.post("/tasks", response={201: TaskOut}, summary="Put a task on the list")
def add_task(request: WorkRequest, body: TaskIn) -> Status[TaskOut]:
    """422 where there can be no such task."""
    colleague = check_may_ask(request.colleague)
    try:
        process = process_at(body.process) if body.process else None
        wanted = actions.Wanted(title=body.title, process=process, topic=body.topic)
        made = actions.add_task(wanted, by=colleague, at=timezone.now())
    except Process.DoesNotExist:
        raise HttpError(422, "There is no process with this id.") from None
    except actions.UnfitTask as why:
        raise HttpError(422, str(why)) from None
    return Status(201, _task(TaskFigures(task=made, everybody=None, teams=())))


def _at(public_id: UUID) -> Audit:
    try:
        return queries.audit_at(public_id)
    except Audit.DoesNotExist:
        raise Http404 from None


def _round(one: Audit) -> dict[str, Any]:
    return {
        "id": one.public_id, "name": one.name, "opens": one.opens, "closes": one.closes,
        "teams": [team.public_id for team in one.teams.all()], "settled_at": one.settled_at,
    }  # fmt: skip


def _task(row: TaskFigures) -> TaskOut:
    task = row.task
    return TaskOut(
        id=task.public_id, title=task.title, topic=task.topic, occupation=task.occupation,
        team=task.team.public_id if task.team else None,
        process=task.process.public_id if task.process else None,
        everybody=FiguresOut(**_figures(row.everybody)) if row.everybody else None,
        teams=[
            TeamFiguresOut(team=team.public_id, **_figures(told)) for team, told in row.teams
        ],
    )  # fmt: skip


def _figures(told: Figures) -> dict[str, Any]:
    return {name: getattr(told, name) for name in FiguresOut.model_fields}


def _sheet(found: OwnSheet) -> SheetOut:
    return SheetOut(
        week_hours=found.sheet.week_hours, hours=found.hours,
        handed_in_at=found.sheet.handed_in_at,
        answers=[
            AnswerIn(
                title=one.title, times=one.times, per=one.per, minutes=one.minutes,
                error_share=one.error_share, frustration=one.frustration, wish=one.wish,
                systems=list(one.systems),
            )
            for one in map(queries.given_of, found.answers)
        ],
    )  # fmt: skip
