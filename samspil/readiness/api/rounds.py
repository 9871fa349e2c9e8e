"""Rounds by program; of answers only those of the token's own colleague."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.readiness.answers import UnfitAnswers
from samspil.core.readiness.changes import Change
from samspil.core.readiness.figures import Group, Told
from samspil.core.readiness.statements import STATEMENTS, area_of
from samspil.people.models import Team
from samspil.people.queries import WorkRequest, team_at
from samspil.readiness import actions, queries
from samspil.readiness.access import check_may_ask, check_may_see
from samspil.readiness.actions import NotNow, NotReady, UnfitRound
from samspil.readiness.models import Round

router = Router(tags=["readiness"])
MOST, MOST_COMPARED = 100, 6


class StatementOut(Schema):
    """A statement, by its key, in English."""

    key: str
    area: str
    words: str


class FigureOut(Schema):
    """What is told of an area or a statement (`of`) in a group: all, leaders or others.

    `mean` is from 1 to 5 in steps, `spread` a standard deviation; both null where fewer than five
    know. `agree` and `unsure` are untold, few, some or most, with a number only of some.
    """

    of: str
    area: str
    group: str
    mean: float | None
    spread: float | None
    people_at_least: int
    agree: str
    agree_people: int | None
    unsure: str
    unsure_people: int | None


class RoundOut(Schema):
    """A round; `people` is null while it goes on, and where fewer than five handed in."""

    id: UUID
    name: str
    closes: date
    teams: list[UUID]
    over: bool
    people: int | None


class ToldOut(RoundOut):
    """The same with how far it is, in steps of five, while it goes on; then with its figures."""

    asked: int | None
    handed_in_at_least: int | None
    figures: list[FigureOut]


class ChangeOut(Schema):
    """A difference with the interval that holds the true one in 95 of 100 such comparisons;
    `course` is up, down or untold."""

    difference: float
    low: float
    high: float
    course: str


class AreaOut(Schema):
    """An area in the newest rounds, oldest first, and what has changed."""

    area: str
    rounds: list[UUID]
    means: list[float | None]
    since_last: ChangeOut | None
    since_first: ChangeOut | None


class RoundIn(Schema):
    """A round to begin; `of_teams` are ids, everybody where there is none."""

    name: str
    closes: date
    of_teams: list[UUID] = Field(default_factory=list, max_length=200)


class AnswersIn(Schema):
    """Answers from 1 to 5, 0 for not knowing, by the keys of statements; `done` hands them in."""

    statements: dict[str, int] = Field(max_length=len(STATEMENTS))
    done: bool = False


class AnswersOut(Schema):
    """One's own answers so far."""

    statements: dict[str, int]
    handed_in: bool


@router.get("/readiness/statements", response=list[StatementOut])
def statements(request: WorkRequest) -> list[StatementOut]:
    """What is asked."""
    check_may_see(request.colleague)
    return [StatementOut(key=one.key, area=one.area, words=one.words) for one in STATEMENTS]


@router.get("/readiness/changes", response=list[AreaOut])
def changes(request: WorkRequest) -> list[AreaOut]:
    """Rounds beside each other."""
    check_may_see(request.colleague)
    pictures = queries.pictures(most=MOST_COMPARED)
    ids = [one.round.public_id for one in pictures]
    return [
        AreaOut(
            area=one.area,
            rounds=ids,
            means=[told.mean if told else None for told in one.told],
            since_last=_change(one.since_last),
            since_first=_change(one.since_first),
        )
        for one in queries.compared(pictures)
    ]


@router.get("/readiness", response=list[RoundOut])
def rounds(request: WorkRequest) -> list[RoundOut]:
    """All rounds, newest first."""
    check_may_see(request.colleague)
    return [RoundOut(**_said(one)) for one in queries.rounds()[:MOST]]


@router.post("/readiness", response={201: ToldOut})
def open_round(request: WorkRequest, body: RoundIn) -> Status[ToldOut]:
    """Begin one; 422 where it cannot be, or another goes on."""
    colleague = check_may_ask(request.colleague)
    try:
        teams = [team_at(one) for one in body.of_teams]
    except Team.DoesNotExist:
        raise HttpError(422, "There is no such team.") from None
    with refusing():
        made = actions.open_round(
            body.name, closes=body.closes, teams=teams, by=colleague, at=timezone.now()
        )
    return Status(201, _told(queries.round_at(made.public_id)))


@router.get("/readiness/{uuid:round_id}", response=ToldOut)
def one_round(request: WorkRequest, round_id: UUID) -> ToldOut:
    """How far it is, or what it tells."""
    check_may_see(request.colleague)
    return _told(_found(round_id))


@router.post("/readiness/{uuid:round_id}/close", response=ToldOut)
def close_round(request: WorkRequest, round_id: UUID) -> ToldOut:
    """End it, count, and delete its answers; 409 where it was over."""
    colleague = check_may_ask(request.colleague)
    if not actions.close_round(_found(round_id), by=colleague, at=timezone.now()):
        raise HttpError(409, "This round was over before.")
    return _told(_found(round_id))


@router.get("/readiness/{uuid:round_id}/mine", response=AnswersOut)
def mine(request: WorkRequest, round_id: UUID) -> AnswersOut:
    """One's own answers; none once the round is over."""
    colleague = check_may_see(request.colleague)
    sheet = queries.own_sheet(_found(round_id), of=colleague)
    if sheet is None:
        return AnswersOut(statements={}, handed_in=False)
    return AnswersOut(statements=sheet.answers, handed_in=sheet.handed_in)


@router.put("/readiness/{uuid:round_id}/mine", response=AnswersOut)
def answer(request: WorkRequest, round_id: UUID, body: AnswersIn) -> AnswersOut:
    """Keep one's own answers beside those given before; 409 where the round asks one not now."""
    colleague = check_may_see(request.colleague)
    found, now = _found(round_id), timezone.now()
    with refusing():
        actions.keep_answers(found, body.statements, by=colleague, at=now)
        if body.done:
            actions.hand_in(found, by=colleague, at=now)
    return mine(request, round_id)


@contextmanager
def refusing() -> Iterator[None]:
    """Say why not: 409 where it is not the time, 422 where it cannot be."""
    try:
        yield
    except NotNow as why:
        raise HttpError(409, str(why)) from None
    except (UnfitRound, UnfitAnswers, NotReady) as why:
        raise HttpError(422, str(why)) from None


def _found(round_id: UUID) -> Round:
    try:
        return queries.round_at(round_id)
    except Round.DoesNotExist:
        raise Http404 from None


def _said(one: Round) -> dict[str, Any]:
    return {
        "id": one.public_id,
        "name": one.name,
        "closes": one.closes,
        "teams": [team.public_id for team in one.teams.all()],
        "over": one.settled_at is not None,
        "people": one.people,
    }


def _told(one: Round) -> ToldOut:
    far = queries.progress_of(one) if one.settled_at is None else None
    picture = queries.picture_of(one)
    return ToldOut(
        **_said(one),
        asked=far.asked if far else None,
        handed_in_at_least=far.handed_in if far else None,
        figures=[_figure(told) for told in picture.told.values()],
    )


def _figure(told: Told) -> FigureOut:
    return FigureOut(
        of=told.of,
        area=area_of(told.of),
        group=Group(told.group),
        mean=told.mean,
        spread=told.spread,
        people_at_least=told.people,
        agree=told.agree.size,
        agree_people=told.agree.n,
        unsure=told.unsure.size,
        unsure_people=told.unsure.n,
    )


def _change(change: Change | None) -> ChangeOut | None:
    if change is None:
        return None
    return ChangeOut(
        difference=change.difference, low=change.low, high=change.high, course=change.course
    )
