"""Move waiting work between teams, and hand over the work of somebody who leaves."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import OPEN, Stage
from samspil.core.roles import Action
from samspil.journal.actions import record
from samspil.people import actions as people
from samspil.people.actions import let_go
from samspil.people.models import Colleague, Team
from samspil.people.queries import actor, check_may
from samspil.roster.models import Reassignment
from samspil.work.actions.noting import about_case
from samspil.work.models import Case, EscalationStep, ProcessTeam
from samspil.work.queries import seen_by

BATCH = 500


class SameTeam(Exception):
    """Work cannot move to where it is; the message is fit to show to a person."""


@transaction.atomic
def reassign(*, origin: Team, target: Team, by: Colleague, at: datetime) -> Reassignment:
    """Give all waiting cases of a team to another; cases that somebody holds stay with them.

    So do those that are hidden from who moves them: who may not see a case opens it to nobody.
    """
    check_may(by, Action.REASSIGN_CASES)
    if origin == target:
        raise SameTeam(_("Choose two different teams."))
    waiting = seen_by(by).filter(stage=Stage.WAITING, team=origin).order_by("pk")
    cases = list(waiting.select_for_update().only("pk", "public_id", "round"))
    _move(cases, target, by=by, at=at)
    return Reassignment.objects.create(
        origin=origin, target=target, by=by, at=at, cases=[case.pk for case in cases]
    )


@transaction.atomic
def undo(reassignment: Reassignment, *, by: Colleague, at: datetime) -> int:
    """Bring back those of the cases that still wait where they were moved; returns how many."""
    check_may(by, Action.REASSIGN_CASES)
    standing = Reassignment.objects.filter(pk=reassignment.pk, undone_at__isnull=True)
    if not standing.update(undone_at=at):
        return 0
    back: list[Case] = []
    for batch in _batches(reassignment.cases):
        still = seen_by(by).filter(pk__in=batch, stage=Stage.WAITING, team=reassignment.target)
        back += still.select_for_update().only("pk", "public_id", "round")
    _move(back, reassignment.origin, by=by, at=at)
    return len(back)


@transaction.atomic
def leave(colleague: Colleague, *, by: Colleague, at: datetime) -> int:
    """End a colleague's access and give the cases they hold back to the teams; returns how many.

    Raises `LastOwner` and `NotAllowed`, and then changes nothing.
    """
    let_go(colleague, by=by, at=at)
    held = Case.objects.filter(stage=Stage.CLAIMED, claimed_by=colleague)
    cases = list(held.select_for_update().only("pk", "public_id", "round"))
    held.update(stage=Stage.WAITING, claimed_by=None, claimed_at=None)
    who = actor(by)
    record([about_case(case, "released", by=who, because="left") for case in cases], at=at)
    return len(cases)


def _move(cases: Sequence[Case], team: Team, *, by: Colleague, at: datetime) -> None:
    for batch in _batches([case.pk for case in cases]):
        Case.objects.among(batch).update(team=team)
    who = actor(by)
    record(
        [about_case(case, "handed_over", by=who, team=str(team.public_id)) for case in cases],
        at=at,
    )


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


class TeamNeeded(Exception):
    """Cases or processes depend on the team; the message is fit to show to a person."""


@transaction.atomic
def dissolve_team(team: Team, *, by: Colleague, at: datetime) -> None:
    """End a team; its people stay. Raises `TeamNeeded` where anything would be without takers."""
    check_may(by, Action.MANAGE_PEOPLE)
    taken = ProcessTeam.objects.filter(team=team).select_related("process").order_by("pk").first()
    if taken is not None:
        said = _("It takes cases of %(process)s: choose another team there first.")
        raise TeamNeeded(said % {"process": taken.process.name})
    step = EscalationStep.objects.filter(team=team).select_related("process").first()
    if step is not None:
        said = _("A step of %(process)s gives cases to it: change that first.")
        raise TeamNeeded(said % {"process": step.process.name})
    if Case.objects.filter(team=team, stage__in=OPEN).exists():
        raise TeamNeeded(_("Open cases wait for it: decide them or hand them over first."))
    people.close_team(team, by=by, at=at)


def change_team(
    team: Team, *, name: str, members: Sequence[Colleague], by: Colleague, at: datetime
) -> None:
    """Give a team a name and exactly these members. Raises `people.actions.TeamNameTaken`."""
    people.change_team(team, name=name, members=members, by=by, at=at)
