"""Rounds by program; of answers, only those of the token's own colleague."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Router, Status
from ninja.errors import HttpError

from samspil.audit import actions, queries
from samspil.audit.access import check_may_ask, check_may_see, check_may_see_team
from samspil.audit.api.shapes import (
    MOST,
    AnswerIn,
    FiguresOut,
    ResultOut,
    RoundIn,
    RoundOut,
    SheetIn,
    SheetOut,
    TeamOut,
    TeamTaskOut,
    figures_in,
    round_at,
    task_out,
)
from samspil.audit.models import Audit
from samspil.audit.queries import OwnSheet
from samspil.core.audit import Given
from samspil.people.models import Team
from samspil.people.queries import WorkRequest, teams

router = Router(tags=["tasks"])


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
    audit = round_at(round_id)
    far = queries.progress_of(audit)
    return ResultOut(
        **_round(audit), asked=far.asked, handed_in=far.handed_in, brought=far.brought,
        tasks=[task_out(row) for row in queries.figures_of(audit)],
    )  # fmt: skip


@router.get(
    "/audits/{uuid:round_id}/teams/{uuid:team_id}", response=TeamOut,
    summary="What a round tells of a team",
)  # fmt: skip
def one_team(request: WorkRequest, round_id: UUID, team_id: UUID) -> TeamOut:
    """Its tasks next to everybody's; for its members and for whoever sees everybody's."""
    team = Team.objects.filter(public_id=team_id).first()
    if team is None:
        raise Http404
    check_may_see_team(request.colleague, team)
    found = queries.team_figures(round_at(round_id), team)
    return TeamOut(
        team=team.public_id, untold=found.untold, differs=queries.differs_here(found),
        stands_out=queries.stands_out_here(found),
        other_tasks=FiguresOut(**figures_in(found.rest)) if found.rest else None,
        tasks=[
            TeamTaskOut(
                id=one.task.public_id, title=one.task.title,
                here=FiguresOut(**figures_in(one.here)),
                everybody=FiguresOut(**figures_in(one.everybody)),
            )
            for one in found.tasks
        ],
    )  # fmt: skip


@router.post("/audits/{uuid:round_id}/close", response={204: None}, summary="End a round")
def close_round(request: WorkRequest, round_id: UUID) -> Status[None]:
    """End it now and count; 409 where it was over before."""
    colleague = check_may_ask(request.colleague)
    if not actions.close_audit(round_at(round_id), by=colleague, at=timezone.now()):
        raise HttpError(409, "This round was over before.")
    return Status(204, None)


@router.get("/audits/{uuid:round_id}/mine", response=SheetOut, summary="Your own sheet")
def own(request: WorkRequest, round_id: UUID) -> SheetOut:
    """What you have said in this round; 404 before you have begun."""
    found = queries.own_sheet(round_at(round_id), of=check_may_see(request.colleague))
    if found is None:
        raise Http404
    return _sheet(found)


@router.post("/audits/{uuid:round_id}/mine", response=SheetOut, summary="Fill in your own sheet")
def fill_in(request: WorkRequest, round_id: UUID, body: SheetIn) -> SheetOut:
    """Begin if need be, and put tasks onto it, all or none; 422 says what cannot be so, 409 where
    the round does not ask you now or you have handed in."""
    colleague, audit = check_may_see(request.colleague), round_at(round_id)
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


def _round(one: Audit) -> dict[str, Any]:
    return {
        "id": one.public_id, "name": one.name, "opens": one.opens, "closes": one.closes,
        "teams": [team.public_id for team in one.teams.all()], "settled_at": one.settled_at,
    }  # fmt: skip


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
