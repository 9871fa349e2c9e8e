"""Say of a task what it is like and whom it touches."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from samspil.allocation.access import check_may_allocate
from samspil.allocation.models import Judgement
from samspil.audit.models import Task
from samspil.core.allocation.criteria import Criteria, check_scale
from samspil.core.allocation.law import Touch
from samspil.people.actions import note
from samspil.people.models import Colleague


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of a task; criteria that are left out are unsaid."""

    criteria: Criteria = field(default_factory=dict)
    touch: Touch = field(default_factory=Touch)


@transaction.atomic
def judge(task: Task, said: Said, *, by: Colleague, at: datetime) -> Judgement:
    """Keep what is said of a task; the journal keeps what was said before. Raises `OffScale`."""
    check_may_allocate(by)
    check_scale(said.criteria)
    criteria = {one.value: value for one, value in said.criteria.items()}
    touch = said.touch
    kept, _new = Judgement.objects.update_or_create(
        task=task,
        defaults={
            "criteria": criteria, "about": touch.about, "decides": touch.decides,
            "feels": touch.feels, "by": by, "at": at,
        },
    )  # fmt: skip
    note(
        "task_judged", "task", task.public_id, by=by, at=at, criteria=criteria,
        about=touch.about.value, decides=touch.decides, feels=touch.feels,
    )  # fmt: skip
    return kept
