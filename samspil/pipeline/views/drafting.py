"""What a plan begins with: what is usual, and what is known of the task it comes from."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from samspil.allocation.queries import allocated_one
from samspil.audit.models import Task
from samspil.audit.queries import task_at
from samspil.core.allocation.divisions import WORDS
from samspil.core.pipeline.accepting import laid_down
from samspil.people.models import Colleague
from samspil.web.charts import number

USUAL_TIME = timedelta(days=90)
USUAL_STOPS = {"stop_agreement": 70, "stop_complaints": 10}
"""Of 100; whoever writes the plan may set others, or none."""


def first_plan(*, by: Colleague, on: date) -> dict[str, Any]:
    """What the form shows at first."""
    return {
        "owner": str(by.public_id),
        "starts_on": on,
        "ends_on": on + USUAL_TIME,
        "drill_every": USUAL_TIME.days,
        **USUAL_STOPS,
    }


def accepted_plan(task: Task, *, by: Colleague, on: date) -> dict[str, Any]:
    """The same with what is known of a task, shared as it is allocated. Raises `NothingToTry`."""
    known = allocated_one(task, now=timezone.now())
    pilot, scale = laid_down(known.division)
    aim = [_(WORDS[known.division])]
    if known.hours:
        hours = number(known.hours)
        aim.append(_("It takes %(hours)s hours a week today.") % {"hours": hours})
    return first_plan(by=by, on=on) | {
        "name": task.title,
        "aim": " ".join(aim),
        "process": str(task.process.public_id) if task.process else "",
        "participants": [str(by.public_id)],
        "takers": "" if task.process else _team(task, by),
        "pilot_model": pilot.organisation_model,
        "pilot_first": round(100 * pilot.judge_first),
        "scale_model": scale.organisation_model,
        "scale_first": round(100 * scale.judge_first),
    }


def task_named(public_id: str) -> Task:
    """The listed task of this id; raises `Http404`."""
    try:
        return task_at(UUID(public_id))
    except (ValueError, Task.DoesNotExist):
        raise Http404 from None


def _team(task: Task, by: Colleague) -> str:
    """The team whose task it is, else one of the reader's; empty where there is none."""
    team = task.team or by.teams.filter(closed_at=None).order_by("name", "pk").first()
    return str(team.public_id) if team else ""
