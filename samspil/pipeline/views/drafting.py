"""What a plan begins with: what is usual, and what is known of the task it comes from."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from samspil.allocation.queries import allocated_one
from samspil.audit.models import Task
from samspil.audit.queries import task_at
from samspil.core.allocation.divisions import WORDS
from samspil.people.models import Colleague
from samspil.web.charts import number

USUAL_TIME = timedelta(days=90)
USUAL_STOPS = {"stop_agreement": 70, "stop_complaints": 10}
"""Of 100; whoever writes the plan may set others, or none."""


def first_plan(task: str, *, by: Colleague, on: date) -> dict[str, Any]:
    """What the form shows at first; `task` is a listed task's id, or empty. Raises `Http404`."""
    usual = {
        "owner": str(by.public_id),
        "starts_on": on,
        "ends_on": on + USUAL_TIME,
        **USUAL_STOPS,
    }
    return usual | _of(_found(task)) if task else usual


def _found(task: str) -> Task:
    try:
        return task_at(UUID(task))
    except (ValueError, Task.DoesNotExist):
        raise Http404 from None


def _of(task: Task) -> dict[str, Any]:
    known = allocated_one(task)
    aim = [_(WORDS[known.division])] if known.suggestion.level else []
    if known.told:
        hours = number(known.hours)
        aim.append(_("It takes %(hours)s hours a week today.") % {"hours": hours})
    return {
        "name": task.title,
        "aim": " ".join(aim),
        "process": str(task.process.public_id) if task.process else "",
    }
