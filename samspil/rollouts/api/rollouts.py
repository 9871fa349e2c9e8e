"""Rollouts and the teams in them, by program."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError

from samspil.people.queries import WorkRequest
from samspil.rollouts import actions, queries
from samspil.rollouts.access import check_may_lead, check_may_see
from samspil.rollouts.actions import PhaseShut
from samspil.rollouts.models import Alarm, Rollout, TeamRollout
from samspil.rollouts.queries import Standing
from samspil.rollouts.views.words import alarm_words, need_words

router = Router(tags=["rollouts"])
MOST_WHY = 1000


class PhaseOut(Schema):
    """A phase with its days; `began` and `ended` are null while that has not happened, `late`
    counts working days past the planned end of the phase that goes on."""

    phase: str
    planned_first: date
    planned_last: date
    began: date | None
    ended: date | None
    expected_last: date
    late: int


class AlarmOut(Schema):
    """What is off since a day, with its figures (shares from 0 to 1); `noted` is what somebody
    wrote is done about it."""

    kind: str
    since: date
    figures: dict[str, float]
    words: str
    noted: str


class NeedOut(Schema):
    """What a phase waits for; `words` say it."""

    need: str
    words: str


class PartOut(Schema):
    """A team's part in a rollout."""

    id: UUID
    team: UUID
    name: str
    phase: str
    missing: list[NeedOut]
    phases: list[PhaseOut]
    alarms: list[AlarmOut]


class RolloutOut(Schema):
    """A rollout: `way` is staged or at_once; shares from 0 to 1."""

    id: UUID
    initiative: UUID
    name: str
    way: str
    target: float
    months: int
    use_target: float
    ended_at: datetime | None


class OneRolloutOut(RolloutOut):
    """The same with its teams."""

    teams: list[PartOut]


class ReasonIn(Schema):
    """Why a team goes on although something lacks; empty where nothing does."""

    why: str = Field(default="", max_length=MOST_WHY)


@router.get("/rollouts", response=list[RolloutOut], summary="Rollouts")
def rollouts(request: WorkRequest) -> list[RolloutOut]:
    """Those that go on, the oldest first."""
    check_may_see(request.colleague)
    return [RolloutOut(**_told(one)) for one in queries.rollouts()]


@router.get("/rollouts/{uuid:rollout_id}", response=OneRolloutOut)
def rollout(request: WorkRequest, rollout_id: UUID) -> OneRolloutOut:
    """One of them, with its teams, their phases and alarms."""
    check_may_see(request.colleague)
    try:
        found = queries.rollout_at(rollout_id)
    except Rollout.DoesNotExist:
        raise Http404 from None
    standings = queries.standings(list(found.teams.all()), now=timezone.now())
    return OneRolloutOut(**_told(found), teams=[_part(one) for one in standings])


@router.post("/rollouts/teams/{uuid:part_id}/next", response=PartOut)
def begin_next(request: WorkRequest, part_id: UUID, payload: ReasonIn) -> PartOut:
    """Let a team into its next phase; 409 and what lacks while it may not."""
    check_may_see(request.colleague)
    try:
        found = queries.place_at(part_id)
    except TeamRollout.DoesNotExist:
        raise Http404 from None
    colleague, now = check_may_lead(request.colleague, found), timezone.now()
    try:
        actions.begin_next(found, why=payload.why, by=colleague, at=now)
    except PhaseShut as why:
        raise HttpError(409, str(why)) from None
    return _part(queries.standing_of(queries.place_at(part_id), now=now))


def _told(one: Rollout) -> dict[str, Any]:
    return {
        "id": one.public_id,
        "initiative": one.initiative.public_id,
        "name": one.initiative.name,
        "way": one.way,
        "target": one.target,
        "months": one.months,
        "use_target": one.use_target,
        "ended_at": one.ended_at,
    }


def _part(standing: Standing) -> PartOut:
    place = standing.place
    return PartOut(
        id=place.public_id,
        team=place.team.public_id,
        name=place.team.name,
        phase=place.phase,
        missing=[NeedOut(need=one, words=need_words(one)) for one in standing.missing],
        phases=[
            PhaseOut(
                phase=one.phase, planned_first=one.planned[0], planned_last=one.planned[1],
                began=one.began, ended=one.ended, expected_last=one.expected[1], late=one.late,
            )
            for one in standing.phases
        ],
        alarms=[_alarm(one) for one in standing.alarms],
    )  # fmt: skip


def _alarm(one: Alarm) -> AlarmOut:
    return AlarmOut(
        kind=one.kind, since=one.since, figures=one.figures, words=alarm_words(one), noted=one.note
    )
