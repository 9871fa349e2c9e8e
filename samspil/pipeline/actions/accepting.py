"""Accept who does a task: try it in an initiative, in a process made for it where there is none."""

import json
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.allocation.queries import allocated_one
from samspil.audit.actions import Wanted, change_task
from samspil.audit.models import Task
from samspil.core.pipeline.accepting import NothingToTry, laid_down
from samspil.core.roles import NotAllowed
from samspil.core.skill import Senders
from samspil.journal.queries import about
from samspil.people.actions import note
from samspil.people.models import Colleague, Team
from samspil.pipeline.access import check_may_plan
from samspil.pipeline.actions.planning import Plan, make_initiative
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries.initiatives import initiative_at
from samspil.uses.models import Use
from samspil.work.actions import begin_for_pilot, take_back_process
from samspil.work.models import Process
from samspil.work.queries import waits_for_pilot

ACCEPTED, MADE = "task_accepted", "initiative_made"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWork:
    """A process to be made: who takes its cases, who writes, and which topics it begins with."""

    team: Team
    senders: Senders
    starter: str


@transaction.atomic
def accept(
    task: Task, plan: Plan, *, work: NewWork | None = None, by: Colleague, at: datetime
) -> Initiative:
    """Begin an initiative for a task as it is allocated; no case is worked on otherwise yet.

    With `work` its process is made, in which people work without AI until the pilot. Raises
    `NotAllowed` where a person does the task alone, and `NameTaken`.
    """
    check_may_plan(by)
    division = allocated_one(task).division
    try:
        laid_down(division)
    except NothingToTry as why:
        raise NotAllowed(_(str(why))) from None
    process = plan.process if work is None else _made(plan.name, work, by=by, at=at)
    linked = process is not None and task.process is None
    if linked:
        _link(task, process, by=by, at=at)
    whole = replace(plan, process=process, task=task, division=division.value)
    made = make_initiative(whole, by=by, at=at)
    note(
        ACCEPTED, "task", task.public_id, by=by, at=at, division=division.value,
        initiative=str(made.public_id), linked=linked,
    )  # fmt: skip
    return made


@transaction.atomic
def take_back_acceptance(initiative: Initiative, *, by: Colleague, at: datetime) -> Task | None:
    """Undo that a task was accepted, with the process that was made for it; its task.

    Raises `NotAllowed` where somebody has gone on with either.
    """
    check_may_plan(by)
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    kept = initiative_at(initiative.public_id)
    if set(about(str(kept.public_id)).values_list("event", flat=True)) != {MADE}:
        raise NotAllowed(
            _("Somebody has gone on with the initiative: bring it to an end there instead.")
        )
    task, process = kept.task, kept.process
    if task is not None and process is not None and _was_linked(task, kept):
        _link(task, None, by=by, at=at)
    note("initiative_taken_back", "initiative", kept.public_id, by=by, at=at)
    kept.delete()
    if process is not None and process.created_at == kept.made_at and waits_for_pilot(process):
        _unmake(process, by=by, at=at)
    return task


def _made(name: str, work: NewWork, *, by: Colleague, at: datetime) -> Process:
    return begin_for_pilot(
        name=name, team=work.team, senders=work.senders, starter=work.starter, by=by, at=at
    )


def _unmake(process: Process, *, by: Colleague, at: datetime) -> None:
    if Use.objects.filter(thing=str(process.public_id)).exists():
        raise NotAllowed(_("Somebody has gone on with the process, so it stays."))
    take_back_process(process, by=by, at=at)


def _link(task: Task, process: Process | None, *, by: Colleague, at: datetime) -> None:
    wanted = Wanted(
        title=task.title, team=task.team, process=process, occupation=task.occupation,
        library=task.library,
    )  # fmt: skip
    change_task(task, wanted, by=by, at=at)


def _was_linked(task: Task, initiative: Initiative) -> bool:
    """Whether it became part of its process by being accepted for this initiative."""
    accepted = about(str(task.public_id)).filter(event=ACCEPTED).last()
    facts = json.loads(accepted.facts) if accepted is not None else {}
    return facts.get("initiative") == str(initiative.public_id) and bool(facts.get("linked"))
