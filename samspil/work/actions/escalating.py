"""Take the steps of the ladders: remind somebody, or hand over, before a case is forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samspil.core.escalation import Deed, Rung, Target, reached
from samspil.core.lifecycle import OPEN, Stage
from samspil.journal.actions import Happening, record
from samspil.people.queries import SYSTEM, Roster, roster
from samspil.work.actions.noticing import tell
from samspil.work.actions.noting import about_case
from samspil.work.actions.reassigning import move_held
from samspil.work.models import About, Case, EscalationStep, StepTaken
from samspil.work.queries import Timings, timings
from samspil.work.queries.contesting import decided_before

ESCALATE = "work.escalate"
PORTION = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What taking steps needs to know, read once for many cases."""

    timings: Timings
    roster: Roster
    steps: dict[int, EscalationStep]


def escalate_due(*, at: datetime) -> int:
    """Take every step that is due in the current organisation; returns how many were taken.

    Each case is moved on by one conditional update, in the transaction that takes its steps: two
    workers never both take one, and one that dies leaves them to the next.
    """
    taken = 0
    while waiting := _looked_at_by(at):
        around = _around(at)
        taken += sum(_look(case, around, at=at) for case in waiting)
    return taken


def _looked_at_by(at: datetime) -> list[Case]:
    due = Case.objects.filter(stage__in=sorted(OPEN), escalates_at__lte=at)
    return list(due.order_by("escalates_at", "pk")[:PORTION])


def _around(at: datetime) -> Around:
    steps = EscalationStep.objects.select_related("team")
    return Around(
        timings=timings(at=at), roster=roster(at=at), steps={step.pk: step for step in steps}
    )


@transaction.atomic
def _look(case: Case, around: Around, *, at: datetime) -> int:
    outlook = around.timings.outlook(case, at=at)
    still = Case.objects.filter(
        pk=case.pk,
        round=case.round,
        stage=case.stage,
        claimed_by=case.claimed_by_id,
        escalates_at=case.escalates_at,
    )
    if not still.update(escalates_at=outlook.following):
        return 0
    before = StepTaken.objects.filter(case=case, round=case.round)
    done = set(before.values_list("step", flat=True))
    rungs = [rung for rung in outlook.now if rung.key in around.steps and rung.key not in done]
    if rungs:
        _take(case, rungs, around, at=at)
    return len(rungs)


def _take(case: Case, rungs: Sequence[Rung], around: Around, *, at: datetime) -> None:
    StepTaken.objects.bulk_create(
        StepTaken(case=case, round=case.round, step_id=rung.key, at=at) for rung in rungs
    )
    holder = case.claimed_by_id
    happenings = _relieve(case, around.roster, at=at)
    for rung in rungs:
        step = around.steps[rung.key]
        if rung.deed is Deed.HAND_OVER:
            happenings.append(_hand_over(case, step, at=at))
        happenings.append(_remind(case, step, around.roster, holder=holder, at=at))
    record(happenings, at=at)


def _relieve(case: Case, roster: Roster, *, at: datetime) -> list[Happening]:
    """Take the case from a holder who is away: to who stands in, else back into the queue."""
    holder = case.claimed_by_id
    if holder is None or holder not in roster.absent:
        return []
    deputy = roster.staff(case.team_id).stand_in(holder)
    able = deputy is not None and roster.may_decide(deputy)
    to = deputy if able and deputy not in decided_before(case) else None
    if not move_held(case, to=to, at=at):
        return []
    if to is None:
        return [about_case(case, "freed", by=SYSTEM, why="away")]
    tell([to], case, About.GIVEN, at=at)
    given = str(roster.people[to].public_id)
    return [about_case(case, "reassigned", by=SYSTEM, why="away", to=given)]


def _hand_over(case: Case, step: EscalationStep, *, at: datetime) -> Happening:
    """Give the case to the step's team; who held it is told."""
    former = case.claimed_by_id
    changes: dict[str, object] = {"team": step.team}
    if former is not None:
        changes |= {"stage": Stage.WAITING, "claimed_by": None, "claimed_at": None}
        tell([former], case, About.TAKEN_AWAY, at=at)
    Case.objects.filter(pk=case.pk).update(**changes)
    for name, value in changes.items():
        setattr(case, name, value)
    team = str(step.team.public_id) if step.team else ""
    return about_case(case, "handed_over", by=SYSTEM, team=team, why="late")


def _remind(
    case: Case, step: EscalationStep, roster: Roster, *, holder: int | None, at: datetime
) -> Happening:
    released = case.claimed_by_id is None and step.target == Target.TEAM
    told = reached(
        Target(step.target),
        roster.staff(case.team_id),
        holder=None if released else holder,
        named=step.colleague_id,
    )
    tell(told, case, About.WAITS, at=at)
    names = [str(roster.people[one].public_id) for one in told]
    return about_case(case, "escalated", by=SYSTEM, target=step.target, told=names)
