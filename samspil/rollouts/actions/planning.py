"""Lay a rollout out, change it, take teams in and out, and bring it to an end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.core.pipeline.stages import Stage
from samspil.core.rollouts.alarms import OTHERS_MONTHS, OTHERS_TARGET
from samspil.core.rollouts.phases import Phase, Way
from samspil.core.rollouts.plan import GAP, USUAL, beginnings
from samspil.governance.models import Tool
from samspil.people.actions import note
from samspil.people.models import Colleague, Team
from samspil.pipeline.models import Initiative
from samspil.rollouts.access import check_may_plan
from samspil.rollouts.actions.watching import look_again
from samspil.rollouts.models import Alarm, Rollout, TeamRollout
from samspil.rollouts.queries import calendar_of, rollout_at


class NotRolledOut(Exception):
    """The initiative cannot be rolled out now; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What people say of a rollout; as in `Rollout`. Teams begin in this order."""

    owner: Colleague
    starts_on: date
    training: str
    teams: Sequence[Team] = ()
    way: Way = Way.STAGED
    gap: int = GAP
    days: Mapping[Phase, int] = field(default_factory=lambda: dict(USUAL))
    tool: Tool | None = None
    first_share: float = 0.6
    target: float = OTHERS_TARGET
    months: int = OTHERS_MONTHS
    use_target: float = 0.8
    allowed_days: int = 5


@transaction.atomic
def make_rollout(initiative: Initiative, wanted: Wanted, *, by: Colleague, at: datetime) -> Rollout:
    """Lay it out for these teams; nothing changes in anybody's work yet.

    Raises `NotRolledOut` before the pilot, or where one goes on.
    """
    check_may_plan(by)
    if initiative.stage == Stage.POC or initiative.ended_at is not None:
        raise NotRolledOut(_("Only what is at least in its pilot can be rolled out."))
    made = Rollout(initiative=initiative, made_at=at)
    _put(made, wanted)
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        raise NotRolledOut(_("This initiative has a rollout that goes on.")) from None
    _take_in(made, wanted, at=at)
    note("rollout_made", "rollout", made.public_id, by=by, at=at, teams=len(wanted.teams))
    return rollout_at(made.public_id)


@transaction.atomic
def change_rollout(rollout: Rollout, wanted: Wanted, *, by: Colleague, at: datetime) -> None:
    """Change the plan. Teams that have begun keep their days; others get the new ones.

    A team left out is withdrawn where it has not begun; one that works in the new way stays.
    """
    check_may_plan(by)
    kept = Rollout.objects.select_for_update().get(pk=rollout.pk)
    _put(kept, wanted)
    kept.save()
    _take_in(kept, wanted, at=at)
    note("rollout_changed", "rollout", kept.public_id, by=by, at=at, teams=len(wanted.teams))


@transaction.atomic
def set_part(
    place: TeamRollout,
    *,
    owner: Colleague,
    level: str,
    starts_on: date,
    days: Mapping[Phase, int],
    by: Colleague,
    at: datetime,
) -> None:
    """Say who owns a team's part, which level of cases it takes then, and its days."""
    check_may_plan(by)
    TeamRollout.objects.filter(pk=place.pk).update(
        owner=owner, level=level, starts_on=starts_on, days=_kept(days)
    )
    look_again(place, at=at)
    note("rollout_part_changed", "rollout", place.rollout.public_id, by=by, at=at,
         team=str(place.team.public_id))  # fmt: skip


@transaction.atomic
def withdraw_team(place: TeamRollout, *, by: Colleague, at: datetime) -> None:
    """Take a team out; `take_back_team` brings it in again. What it works by stays as it is."""
    check_may_plan(by)
    open_ = TeamRollout.objects.filter(pk=place.pk, withdrawn_at__isnull=True)
    if open_.update(withdrawn_at=at):
        Alarm.objects.filter(place=place, ended_at__isnull=True).update(ended_at=at)
        note("rollout_team_out", "rollout", place.rollout.public_id, by=by, at=at,
             team=str(place.team.public_id))  # fmt: skip


@transaction.atomic
def take_back_team(place: TeamRollout, *, by: Colleague, at: datetime) -> None:
    """Bring a team in again, where it stood."""
    check_may_plan(by)
    out = TeamRollout.objects.filter(pk=place.pk, withdrawn_at__isnull=False)
    if out.update(withdrawn_at=None):
        note("rollout_team_in", "rollout", place.rollout.public_id, by=by, at=at,
             team=str(place.team.public_id))  # fmt: skip


@transaction.atomic
def end_rollout(rollout: Rollout, *, by: Colleague, at: datetime) -> None:
    """Bring it to an end; it stays to be read, and its alarms end with it."""
    check_may_plan(by)
    if Rollout.objects.filter(pk=rollout.pk, ended_at__isnull=True).update(ended_at=at):
        Alarm.objects.filter(place__rollout=rollout, ended_at__isnull=True).update(ended_at=at)
        note("rollout_ended", "rollout", rollout.public_id, by=by, at=at)


@transaction.atomic
def go_on(rollout: Rollout, *, by: Colleague, at: datetime) -> None:
    """Take back that it was ended; raises `NotRolledOut` where another one began meanwhile."""
    check_may_plan(by)
    try:
        with transaction.atomic():
            back = Rollout.objects.filter(pk=rollout.pk, ended_at__isnull=False)
            again = back.update(ended_at=None)
    except IntegrityError:
        raise NotRolledOut(_("This initiative has a rollout that goes on.")) from None
    if again:
        note("rollout_goes_on", "rollout", rollout.public_id, by=by, at=at)


def _put(rollout: Rollout, wanted: Wanted) -> None:
    for name in (
        "owner", "starts_on", "training", "way", "gap", "tool", "first_share", "target", "months",
        "use_target", "allowed_days",
    ):  # fmt: skip
        setattr(rollout, name, getattr(wanted, name))


def _take_in(rollout: Rollout, wanted: Wanted, *, at: datetime) -> None:
    gap = wanted.gap if wanted.way is Way.STAGED else 0
    calendar = calendar_of(rollout, now=at)
    days = beginnings(wanted.starts_on, len(wanted.teams), gap=gap, calendar=calendar)
    there = {one.team_id: one for one in TeamRollout.objects.filter(rollout=rollout)}
    for team, day in zip(wanted.teams, days, strict=True):
        one = there.pop(team.pk, None)
        if one is None:
            TeamRollout.objects.create(
                rollout=rollout, team=team, owner=wanted.owner, starts_on=day,
                days=_kept(wanted.days),
            )  # fmt: skip
        elif one.withdrawn_at is not None or not _has_begun(one):
            one.withdrawn_at, one.starts_on, one.days = None, day, _kept(wanted.days)
            one.save(update_fields=["withdrawn_at", "starts_on", "days"])
    left = [one.pk for one in there.values() if not _has_begun(one)]
    TeamRollout.objects.filter(pk__in=left, withdrawn_at__isnull=True).update(withdrawn_at=at)


def _has_begun(place: TeamRollout) -> bool:
    return place.moves.exists()


def _kept(days: Mapping[Phase, int]) -> dict[str, int]:
    return {phase.value: many for phase, many in days.items()}
