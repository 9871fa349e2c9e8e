"""Initiatives and their gates, by program."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.audit.queries import task_at
from samspil.core.pipeline.stopping import Measure, Reading
from samspil.core.roles import NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, people
from samspil.pipeline import actions, queries
from samspil.pipeline.access import check_may_open, check_may_plan, check_may_see
from samspil.pipeline.actions import GateShut, NotAtWork, Plan
from samspil.pipeline.api.differing import DiffersOut, differs_of
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import Standing
from samspil.pipeline.views.changes import changes
from samspil.pipeline.views.initiative import found_at
from samspil.pipeline.views.words import missing_words
from samspil.work.queries import process_at

router = Router(tags=["initiatives"])
MOST_NAME = 120
Found = TypeVar("Found")


class MissingOut(Schema):
    """What a gate waits for: so much there is, so much it takes; `words` say it."""

    need: str
    have: int
    want: int
    words: str


class StopOut(Schema):
    """A stop condition and what is measured now; shares from 0 to 1, waiting in minutes, null where
    nothing can be said. It stops where all from `low` to `high` lies beyond `limit`."""

    measure: str
    limit: float
    n: int
    value: float | None
    low: float | None
    high: float | None


class InitiativeOut(Schema):
    """An initiative: `into` is its next stage (null after the last), `open` whether that gate is,
    `drill_on` the day on which stopping is to be tested, `stopped` that it was stopped by itself
    and nobody has looked at it yet."""

    id: UUID
    name: str
    aim: str
    process: UUID | None
    stage: str
    since: datetime
    into: str | None
    open: bool
    missing: list[MissingOut]
    stopped: bool
    drill_on: date | None
    ended_at: datetime | None


class ChangeOut(Schema):
    """What the next gate changes in the process: how it is `now`, and how it is `then`."""

    what: str
    now: str
    then: str


class OneInitiativeOut(InitiativeOut):
    """The same with what stops it, what its next gate changes, and what `differs` from how its task
    is divided now (null: nothing)."""

    stops: list[StopOut]
    changes: list[ChangeOut]
    differs: DiffersOut | None


class InitiativeIn(Schema):
    """An initiative to write down; nothing changes in any process. `task` is one on the company's
    list: name, aim and process come from it where they are not said. `owner` answers for it, the
    token's own colleague where nobody is named."""

    name: str = Field(default="", max_length=120)
    aim: str = Field(default="", max_length=2000)
    task: UUID | None = None
    process: UUID | None = None
    owner: UUID | None = None
    starts_on: date | None = None
    ends_on: date | None = None


class WhyIn(Schema):
    """In a sentence, why."""

    why: str = Field(default="", max_length=1000)


class DrillOut(Schema):
    """A test of stopping: whether it passed, and each thing that was looked at."""

    at: datetime
    passed: bool
    found: dict[str, bool]


@router.get("/initiatives", response=list[InitiativeOut], summary="Initiatives")
def initiatives(request: WorkRequest) -> list[InitiativeOut]:
    """Those that are not ended, the oldest first."""
    check_may_see(request.colleague)
    found = queries.standings(list(queries.board()), on=day_of(timezone.now()))
    return [InitiativeOut(**_told(one)) for one in found]


@router.post("/initiatives", response={201: OneInitiativeOut}, summary="Write one down")
def begin(request: WorkRequest, payload: InitiativeIn) -> Status[OneInitiativeOut]:
    """422 without a name and an aim, for a task, process or colleague there is none of, and for
    days that go backwards."""
    colleague = check_may_plan(request.colleague)
    made = actions.make_initiative(
        _plan(payload, by=colleague), by=colleague, at=timezone.now()
    )  # fmt: skip
    return Status(201, _one(found_at(made.public_id)))


@router.get("/initiatives/{uuid:initiative_id}", response=OneInitiativeOut)
def initiative(request: WorkRequest, initiative_id: UUID) -> OneInitiativeOut:
    """One of them, with its stop conditions and what is measured."""
    check_may_see(request.colleague)
    return _one(found_at(initiative_id))


@router.post("/initiatives/{uuid:initiative_id}/open", response=OneInitiativeOut)
def open_gate(request: WorkRequest, initiative_id: UUID) -> OneInitiativeOut:
    """Let it into its next stage; 409 and what is missing where the gate is shut."""
    colleague = check_may_open(request.colleague)
    try:
        actions.open_gate(found_at(initiative_id), by=colleague, at=timezone.now())
    except GateShut as why:
        raise HttpError(409, str(why)) from None
    return _one(found_at(initiative_id))


@router.post("/initiatives/{uuid:initiative_id}/back", response=OneInitiativeOut)
def back(request: WorkRequest, initiative_id: UUID, payload: WhyIn) -> OneInitiativeOut:
    """Move it back a stage, and share work as it was; 409 from the first."""
    colleague = check_may_open(request.colleague)
    found = found_at(initiative_id)
    try:
        actions.move_back(found, why=payload.why, by=colleague, at=timezone.now())
    except NotAllowed as why:
        raise HttpError(409, str(why)) from None
    return _one(found_at(initiative_id))


@router.post("/initiatives/{uuid:initiative_id}/drill", response=DrillOut)
def drill(request: WorkRequest, initiative_id: UUID) -> DrillOut:
    """Test the stop; 409 where AI does not work by it."""
    colleague = check_may_plan(request.colleague)
    try:
        made = actions.drill(found_at(initiative_id), by=colleague, at=timezone.now())
    except NotAtWork as why:
        raise HttpError(409, str(why)) from None
    return DrillOut(at=made.at, passed=made.passed, found=dict(made.found))


def _plan(said: InitiativeIn, *, by: Colleague) -> Plan:
    task = _named(task_at, said.task, "There is no task with this id.")
    process = _named(process_at, said.process, "There is no process with this id.")
    owner = _named(_person, said.owner, "There is no colleague with this id.")
    name = (said.name or (task.title if task else "")).strip()[:MOST_NAME]
    aim = (said.aim or (task.title if task else "")).strip()
    if not name or not aim:
        raise HttpError(422, "Say a name and what it is to bring, or name a task.")
    if said.starts_on and said.ends_on and said.ends_on < said.starts_on:
        raise HttpError(422, "The last day comes before the first.")
    return Plan(
        name=name, aim=aim, owner=owner or by, starts_on=said.starts_on, ends_on=said.ends_on,
        process=process or (task.process if task else None),
    )  # fmt: skip


def _person(public_id: UUID) -> Colleague:
    """Somebody who works here."""
    found = next((one for one in people() if one.public_id == public_id), None)
    if found is None:
        raise Colleague.DoesNotExist
    return found


def _named(find: Callable[[UUID], Found], public_id: UUID | None, missing: str) -> Found | None:
    """What this id names, None for none; 422 where there is no such thing."""
    try:
        return None if public_id is None else find(public_id)
    except ObjectDoesNotExist:
        raise HttpError(422, missing) from None


def _one(found: Initiative) -> OneInitiativeOut:
    standing = queries.standing_of(found, on=day_of(timezone.now()))
    readings = queries.readings_of(found)
    stops = [_stop(one.measure, one.limit, readings) for one in found.stops.all()]
    told = changes(found, into=standing.into)
    then = [ChangeOut(what=what, now=now, then=later) for what, now, later in told]
    return OneInitiativeOut(
        **_told(standing), stops=stops, changes=then, differs=differs_of(found)
    )  # fmt: skip


def one_told(public_id: UUID) -> OneInitiativeOut:
    """One initiative as it stands."""
    return _one(found_at(public_id))


def _stop(measure: str, limit: float, readings: Mapping[Measure, Reading]) -> StopOut:
    reading = readings.get(Measure(measure))
    return StopOut(
        measure=measure,
        limit=limit,
        n=reading.n if reading else 0,
        value=reading.value if reading else None,
        low=reading.low if reading else None,
        high=reading.high if reading else None,
    )


def _told(standing: Standing) -> dict[str, Any]:
    one = standing.initiative
    return {
        "id": one.public_id,
        "name": one.name,
        "aim": one.aim,
        "process": one.process.public_id if one.process else None,
        "stage": one.stage,
        "since": one.stage_at,
        "into": standing.into,
        "open": standing.open,
        "missing": [
            MissingOut(need=each.need, have=each.have, want=each.want, words=missing_words(each))
            for each in standing.missing
        ],
        "stopped": standing.halt is not None,
        "drill_on": standing.drill_on,
        "ended_at": one.ended_at,
    }
