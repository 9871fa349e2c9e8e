"""Write down what an initiative is to try, with whom, and what stops it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.audit.models import Task
from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.stages import Stage
from samspil.core.pipeline.stopping import Measure
from samspil.core.roles import NotAllowed
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.pipeline.access import check_may_evaluate, check_may_plan
from samspil.pipeline.models import (
    Adjustment,
    Assignment,
    Drill,
    Initiative,
    Participant,
    StageMove,
    StopCondition,
)
from samspil.work.models import Process

PILOT = Arrangement(organisation_model="collaborative", judge_first=0.2)
SCALE = Arrangement(organisation_model="collaborative", judge_first=0.05)
"""What stages lay down where nobody said otherwise."""
PLANNED = (
    "name", "aim", "owner", "process", "evaluator", "criteria", "starts_on", "ends_on",
    "cases_wanted", "agreement", "drill_every",
)  # fmt: skip
"""What a plan and an initiative have in common."""
TRACES = (Assignment, Adjustment, StageMove, Drill)
"""What is there of an initiative once somebody has gone on with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What people say of an initiative; as in `Initiative`. `stops` are limits by measure.

    The `task` it begins with, and the `division` of it that was taken into account (empty: none),
    are settled when it is made.
    """

    name: str
    aim: str
    owner: Colleague
    task: Task | None = None
    division: str = ""
    process: Process | None = None
    evaluator: Colleague | None = None
    criteria: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    cases_wanted: int = 0
    agreement: float = 0.0
    pilot: Arrangement = PILOT
    scale: Arrangement = SCALE
    drill_every: int = 90
    participants: Sequence[Colleague] = ()
    stops: Mapping[Measure, float] = field(default_factory=dict)


@transaction.atomic
def make_initiative(plan: Plan, *, by: Colleague, at: datetime) -> Initiative:
    """Write an initiative down; nothing changes in any process."""
    check_may_plan(by)
    made = Initiative(
        stage=Stage.POC, stage_at=at, made_at=at, task=plan.task, division=plan.division
    )
    _keep(made, plan)
    note("initiative_made", "initiative", made.public_id, by=by, at=at)
    return made


@transaction.atomic
def change_initiative(initiative: Initiative, plan: Plan, *, by: Colleague, at: datetime) -> None:
    """Change what it is to try.

    Raises `NotAllowed` where AI works by it and it would go to another process, or where nothing
    would stop it any more.
    """
    check_may_plan(by)
    kept = Initiative.objects.select_for_update().get(pk=initiative.pk)
    if kept.live_at is not None and plan.process != kept.process:
        raise NotAllowed(_("AI works by this initiative: move it back before it changes process."))
    if kept.live_at is not None and not plan.stops:
        raise NotAllowed(_("AI works by this initiative: something has to stop it."))
    _keep(kept, plan)
    note("initiative_changed", "initiative", kept.public_id, by=by, at=at)


@transaction.atomic
def evaluate(initiative: Initiative, text: str, *, by: Colleague, at: datetime) -> None:
    """Keep what the stage showed, in the words of whoever evaluates it."""
    check_may_evaluate(by, initiative)
    Initiative.objects.filter(pk=initiative.pk).update(evaluation=text, evaluated_at=at)
    note("initiative_evaluated", "initiative", initiative.public_id, by=by, at=at)


@transaction.atomic
def take_back_initiative(
    initiative: Initiative, plan: Plan, *, by: Colleague, at: datetime
) -> None:
    """Delete an initiative that stands as this plan made it, as if it had not been written down.

    Raises `NotAllowed` where somebody has gone on with it: then it is brought to an end instead.
    """
    check_may_plan(by)
    kept = Initiative.objects.select_for_update().get(pk=initiative.pk)
    if not _untouched(kept, plan):
        raise NotAllowed(
            _("Somebody has gone on with the initiative: bring it to an end there instead.")
        )
    note("initiative_taken_back", "initiative", kept.public_id, by=by, at=at)
    kept.delete()


def _untouched(kept: Initiative, plan: Plan) -> bool:
    """Whether nothing was planned, given, adjusted, moved, tested, evaluated or ended since."""
    said = (kept.evaluated_at, kept.ended_at, kept.live_at)
    ways = (kept.pilot, kept.scale) == (plan.pilot.kept(), plan.scale.kept())
    who = set(kept.participants.values_list("colleague", flat=True))
    stops = dict(kept.stops.values_list("measure", "limit"))
    return (
        not any(said)
        and ways
        and all(getattr(kept, name) == getattr(plan, name) for name in PLANNED)
        and who == {one.pk for one in plan.participants}
        and stops == {measure.value: limit for measure, limit in plan.stops.items()}
        and not any(one.objects.filter(initiative=kept).exists() for one in TRACES)
    )


def _keep(initiative: Initiative, plan: Plan) -> None:
    for name in PLANNED:
        setattr(initiative, name, getattr(plan, name))
    initiative.pilot, initiative.scale = plan.pilot.kept(), plan.scale.kept()
    initiative.save()
    initiative.participants.all().delete()
    Participant.objects.bulk_create(
        Participant(initiative=initiative, colleague=one)
        for one in dict.fromkeys(plan.participants)
    )
    initiative.stops.all().delete()
    StopCondition.objects.bulk_create(
        StopCondition(initiative=initiative, measure=measure, limit=limit)
        for measure, limit in plan.stops.items()
    )
