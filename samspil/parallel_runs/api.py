"""Parallel runs by program: start, end, and what they show. People do the cases on pages."""

from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.parallel_runs.minutes import USUAL_IDLE
from samspil.core.parallel_runs.results import Result
from samspil.parallel_runs import actions, queries
from samspil.parallel_runs.access import check_may_run, check_may_see
from samspil.parallel_runs.actions import CannotRun
from samspil.parallel_runs.forms import HUNDRED, MOST_CASES, RunForm
from samspil.parallel_runs.models import ParallelRun
from samspil.people.queries import WorkRequest
from samspil.web.filled import filled
from samspil.work.queries import process_at

router = Router(tags=["parallel runs"])
SENT_AS = {"until": "last_day", "new": "new_way"}


class RunIn(Schema):
    """How a run draws: of 100 cases that arrive `share`, until `most` are drawn or a day has passed
    (one of both at least). `new_way` and `settles` are colleagues; the old way is done by a team,
    or, without one, by those who have such cases anyhow."""

    share: int = Field(ge=1, le=HUNDRED)
    most: int | None = Field(default=None, ge=1, le=MOST_CASES)
    last_day: date | None = None
    old_team: UUID | None = None
    new_way: list[UUID]
    settles: list[UUID]
    compares_replies: bool = False
    idle: int = Field(default=USUAL_IDLE, ge=5, le=240)


class FigureOut(Schema):
    """A figure with its interval, which holds it with a certainty of 95 in 100."""

    value: float
    low: float
    high: float


class ShownOut(Schema):
    """What `compared` cases show. `agreement` is the share in which both ways came to the same;
    `missing` more are needed before minutes and errors are compared. Those are null until the run
    is over, and of fewer than five people. `minutes` is by how many the new way takes longer for
    the same case; `right_more_often` by what share it is more often right."""

    compared: int
    missing: int
    agreement: FigureOut | None
    minutes: FigureOut | None
    right_more_often: FigureOut | None
    wrong_old_way: int | None
    wrong_new_way: int | None
    worse: bool


class RunOut(Schema):
    """A parallel run; times are null for what has not happened."""

    id: UUID
    process: UUID
    share: int
    most: int | None
    last_day: date | None
    drawn: int
    open: int
    fell_out: int
    began_at: datetime
    paused_at: datetime | None
    ended_at: datetime | None
    over_at: datetime | None
    shows: ShownOut


@router.get("/parallel-runs", response=list[RunOut], summary="Parallel runs")
def runs(request: WorkRequest) -> list[RunOut]:
    """All of them, newest first."""
    check_may_see(request.colleague)
    found = queries.all_runs()
    progress = queries.progress_of(found)
    return [_told(one, progress[one.pk]) for one in found]


@router.get("/parallel-runs/{uuid:run_id}", response=RunOut)
def run(request: WorkRequest, run_id: UUID) -> RunOut:
    """One of them, with what it shows."""
    check_may_see(request.colleague)
    return _one(_found(run_id))


@router.post("/processes/{uuid:process_id}/parallel-runs", response={201: RunOut})
def start(request: WorkRequest, process_id: UUID, payload: RunIn) -> Status[RunOut]:
    """Start one in a process; 409 where one draws there already, AI does not work there, or these
    people are too few for three different hands."""
    colleague = check_may_run(request.colleague)
    found = process_at(process_id)
    form = filled(RunForm(_as_form(payload, process_id)), sent_as=SENT_AS)
    try:
        made = actions.start_run(found, form.cleaned_data["terms"], by=colleague, at=timezone.now())
    except CannotRun as why:
        raise HttpError(409, str(why)) from None
    return Status(201, _one(made))


@router.post("/parallel-runs/{uuid:run_id}/pause", response=RunOut)
def pause(request: WorkRequest, run_id: UUID) -> RunOut:
    """Let it rest: nothing is drawn, and nobody takes a case the new way."""
    colleague = check_may_run(request.colleague)
    actions.pause_run(_found(run_id), by=colleague, at=timezone.now())
    return _one(_found(run_id))


@router.post("/parallel-runs/{uuid:run_id}/resume", response=RunOut)
def resume(request: WorkRequest, run_id: UUID) -> RunOut:
    """Let it go on; 409 as long as AI is stopped there."""
    colleague = check_may_run(request.colleague)
    try:
        actions.resume_run(_found(run_id), by=colleague, at=timezone.now())
    except CannotRun as why:
        raise HttpError(409, str(why)) from None
    return _one(_found(run_id))


@router.post("/parallel-runs/{uuid:run_id}/end", response=RunOut)
def end(request: WorkRequest, run_id: UUID) -> RunOut:
    """Draw no more; what was drawn is still finished."""
    colleague = check_may_run(request.colleague)
    actions.end_run(_found(run_id), by=colleague, at=timezone.now())
    return _one(_found(run_id))


def _as_form(payload: RunIn, process_id: UUID) -> dict[str, object]:
    """What was sent, by the names that the form has."""
    return {
        "process": str(process_id),
        "share": payload.share,
        "most": payload.most,
        "until": payload.last_day,
        "old_team": str(payload.old_team or ""),
        "new": [str(one) for one in payload.new_way],
        "settles": [str(one) for one in payload.settles],
        "compares_replies": payload.compares_replies,
        "idle": payload.idle,
    }


def _found(run_id: UUID) -> ParallelRun:
    try:
        return queries.run_at(run_id)
    except ParallelRun.DoesNotExist:
        raise Http404 from None


def _one(found: ParallelRun) -> RunOut:
    return _told(found, queries.progress_of([found])[found.pk])


def _told(one: ParallelRun, progress: queries.Progress) -> RunOut:
    return RunOut(
        id=one.public_id,
        process=one.process.public_id,
        share=round(HUNDRED * one.share),
        most=one.most,
        last_day=one.until,
        drawn=one.drawn,
        open=progress.open,
        fell_out=sum(progress.out.values()),
        began_at=one.began_at,
        paused_at=one.paused_at,
        ended_at=one.ended_at,
        over_at=one.over_at,
        shows=_shown(queries.results_of(one)),
    )


def _shown(result: Result) -> ShownOut:
    minutes, errors = result.minutes, result.errors
    low, high = result.agreed_between
    gain = errors.gain if errors else None
    return ShownOut(
        compared=result.n,
        missing=result.missing,
        agreement=_figure(result.agreement.value, low, high),
        minutes=_figure(minutes.median, minutes.low, minutes.high) if minutes else None,
        right_more_often=_figure(gain.value, gain.low, gain.high) if gain else None,
        wrong_old_way=errors.old.hits if errors else None,
        wrong_new_way=errors.new.hits if errors else None,
        worse=result.worse,
    )


def _figure(value: float | None, low: float, high: float) -> FigureOut | None:
    return None if value is None else FigureOut(value=value, low=low, high=high)
