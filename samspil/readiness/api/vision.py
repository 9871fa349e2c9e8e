"""Goals and versions of the vision, by program."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.readiness.looking import State
from samspil.core.readiness.vision import MOST_GOALS, Sort, Wanted
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of
from samspil.people.queries import colleague as colleague_at
from samspil.readiness import actions, queries
from samspil.readiness.access import check_may_ask, check_may_see
from samspil.readiness.actions import Refused, Said, Stale
from samspil.readiness.models import Version
from samspil.readiness.models.vision import Line

router = Router(tags=["vision"])


class GoalOut(Schema):
    """A goal; of a number, `now` and `then` are what it is and is to be."""

    id: UUID
    sentence: str
    measure: str
    sort: str
    now: float | None
    then: float | None
    unit: str
    owner: UUID
    due: date
    address: str


class OpenGoalOut(GoalOut):
    """A goal that is being worked on; `version` grows with every change."""

    version: int


class MarkOut(Schema):
    """How far a goal was after so many months: reached, on_the_way or not."""

    months: int
    state: str
    value: float | None
    note: str


class SettledOut(GoalOut):
    """A goal as it was decided, with every look at it."""

    marks: list[MarkOut]


class VersionOut(Schema):
    """The vision as it was decided."""

    id: UUID
    number: int
    decided: date
    decided_by: UUID


class CourseOut(VersionOut):
    """The same with its goals; `due` is after how many months a look waits now, null for none."""

    due: int | None
    goals: list[SettledOut]


class GoalIn(Schema):
    """A goal to add; `now` and `then` only where `sort` is number; `seen_to_by` is a colleague."""

    sentence: str
    measure: str
    sort: Sort
    by_day: date
    seen_to_by: UUID
    now: float | None = None
    then: float | None = None
    unit: str = ""
    address: str = ""


class DecideIn(Schema):
    """The goals as one has read them: versions by ids."""

    goals: dict[UUID, int] = Field(max_length=MOST_GOALS)


class MarkIn(Schema):
    """How far a goal is; `state` may be left out where `value` says it."""

    goal: UUID
    state: State | None = None
    value: float | None = None
    note: str = ""


class LookIn(Schema):
    """After how many months, and how far each goal is."""

    after_months: int
    marks: list[MarkIn] = Field(max_length=MOST_GOALS)


@router.get("/vision/goals", response=list[OpenGoalOut])
def goals(request: WorkRequest) -> list[OpenGoalOut]:
    """Goals that are being worked on."""
    check_may_ask(request.colleague)
    return [OpenGoalOut(**_line(one), version=one.version) for one in queries.goals()]


@router.post("/vision/goals", response={201: OpenGoalOut})
def add_goal(request: WorkRequest, body: GoalIn) -> Status[OpenGoalOut]:
    """Add one; 422 where one could not say whether it was reached."""
    colleague = check_may_ask(request.colleague)
    try:
        owner = colleague_at(body.seen_to_by)
    except Colleague.DoesNotExist:
        raise HttpError(422, "There is no such colleague.") from None
    wanted = Wanted(
        sentence=body.sentence, measure=body.measure, sort=body.sort, due=body.by_day, now=body.now,
        then=body.then, unit=body.unit, address=body.address,
    )  # fmt: skip
    with refusing():
        made = actions.add_goal(wanted, owner=owner, by=colleague, at=timezone.now())
    return Status(201, OpenGoalOut(**_line(made), version=made.version))


@router.get("/vision", response=list[VersionOut])
def versions(request: WorkRequest) -> list[VersionOut]:
    """All versions, newest first."""
    check_may_see(request.colleague)
    return [VersionOut(**_head(one)) for one in queries.versions()]


@router.post("/vision", response={201: CourseOut})
def decide(request: WorkRequest, body: DecideIn) -> Status[CourseOut]:
    """Decide on the goals as they stand; 409 where they are others than one has read."""
    colleague = check_may_ask(request.colleague)
    seen = {str(key): value for key, value in body.goals.items()}
    with refusing():
        made = actions.decide(seen=seen, by=colleague, at=timezone.now())
    return Status(201, _course(made))


@router.get("/vision/{uuid:version_id}", response=CourseOut)
def version(request: WorkRequest, version_id: UUID) -> CourseOut:
    """One version, with how far its goals are."""
    check_may_see(request.colleague)
    return _course(_found(version_id))


@router.post("/vision/{uuid:version_id}/marks", response=CourseOut)
def look(request: WorkRequest, version_id: UUID, body: LookIn) -> CourseOut:
    """Say how far each goal is; 422 before its day, and where a goal is not judged."""
    colleague = check_may_ask(request.colleague)
    found = _found(version_id)
    keys = dict(found.goals.values_list("public_id", "pk"))
    said = {
        keys[one.goal]: Said(state=one.state, value=one.value, note=one.note)
        for one in body.marks
        if one.goal in keys
    }
    with refusing():
        actions.look_again(found, body.after_months, said, by=colleague, at=timezone.now())
    return _course(found)


@contextmanager
def refusing() -> Iterator[None]:
    """Say why not: 409 where somebody else was first, 422 where it cannot be."""
    try:
        yield
    except Stale as why:
        raise HttpError(409, str(why)) from None
    except Refused as why:
        raise HttpError(422, str(why)) from None


def _found(version_id: UUID) -> Version:
    try:
        return queries.version_at(version_id)
    except Version.DoesNotExist:
        raise Http404 from None


def _line(one: Line) -> dict[str, Any]:
    same = ("sentence", "measure", "sort", "now", "then", "unit", "due", "address")
    return {
        "id": one.public_id,
        "owner": one.owner.public_id,
        **{name: getattr(one, name) for name in same},
    }


def _head(one: Version) -> dict[str, Any]:
    return {
        "id": one.public_id,
        "number": one.number,
        "decided": one.day,
        "decided_by": one.by.public_id,
    }


def _course(version: Version) -> CourseOut:
    course = queries.course_of(version, today=day_of(timezone.now()))
    return CourseOut(
        **_head(version),
        due=course.due,
        goals=[
            SettledOut(
                **_line(seen.goal),
                marks=[
                    MarkOut(months=months, state=mark.state, value=mark.value, note=mark.note)
                    for months, mark in sorted(seen.marks.items())
                ],
            )
            for seen in course.goals
        ],
    )
