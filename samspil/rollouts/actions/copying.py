"""Begin the same elsewhere, where a task is alike; and take that back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.allocation.actions import Expected, estimate
from samspil.allocation.models import Estimate
from samspil.audit.models import Task
from samspil.core.allocation.portfolio import Part, Range
from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.stopping import Measure
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.pipeline.actions import Plan, end_initiative, make_initiative
from samspil.pipeline.models import Initiative
from samspil.rollouts.access import check_may_plan
from samspil.rollouts.models import Rollout

LONGEST_NAME = 120


@transaction.atomic
def begin_elsewhere(
    rollout: Rollout, task: Task, *, like: Task, by: Colleague, at: datetime
) -> Initiative:
    """Write an initiative down for a task that is alike, adapted: its own process, whoever begins
    it as owner, no dates yet, and the same estimate of shares; nothing changes in any process."""
    check_may_plan(by)
    old = rollout.initiative
    made = make_initiative(_adapted(old, task, by=by), by=by, at=at)
    _take_estimate(task, like=like, by=by, at=at)
    note(
        "rollout_copied", "rollout", rollout.public_id, by=by, at=at,
        initiative=str(made.public_id), task=str(task.public_id),
    )  # fmt: skip
    return made


@transaction.atomic
def take_back_elsewhere(initiative: Initiative, *, by: Colleague, at: datetime) -> None:
    """Bring to an end what `begin_elsewhere` wrote down; what is estimated of the task stays."""
    end_initiative(initiative, why=_("Taken back at once."), by=by, at=at)


def _adapted(old: Initiative, task: Task, *, by: Colleague) -> Plan:
    name = f"{task.title} ({old.name})"
    return Plan(
        name=name[:LONGEST_NAME],
        aim=old.aim,
        owner=by,
        process=task.process,
        criteria=old.criteria,
        cases_wanted=old.cases_wanted,
        agreement=old.agreement,
        pilot=Arrangement.of(old.pilot),
        scale=Arrangement.of(old.scale),
        drill_every=old.drill_every,
        stops={Measure(one.measure): one.limit for one in old.stops.all()},
    )


def _take_estimate(task: Task, *, like: Task, by: Colleague, at: datetime) -> None:
    """Shares and days as they are estimated there, unless somebody estimated this one already."""
    known = Estimate.objects.filter(task=like).first()
    if known is None or Estimate.objects.filter(task=task).exists():
        return
    expected = Expected(
        saved=Range(low=known.saved_low, high=known.saved_high),
        days=Range(low=known.days_low, high=known.days_high),
        money=Range(low=known.money_low, high=known.money_high),
        risk=known.risk,
        part=Part(known.part),
    )
    estimate(task, expected, by=by, at=at)
