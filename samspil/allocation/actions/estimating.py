"""Say what AI would bring in a task, and what it would take."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samspil.allocation.access import check_may_allocate
from samspil.allocation.models import Estimate
from samspil.audit.models import Task
from samspil.core.allocation.portfolio import Part, Range
from samspil.people.actions import note
from samspil.people.models import Colleague

RISKS = range(1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is expected, as in `Estimate`. Raises `ValueError` beyond the scales."""

    saved: Range
    days: Range
    money: Range
    risk: int
    part: Part

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.saved.high > 1 or self.risk not in RISKS:
            raise ValueError("A share goes to 1, and a risk from 1 to 5.")


@transaction.atomic
def estimate(task: Task, expected: Expected, *, by: Colleague, at: datetime) -> Estimate:
    """Keep what is expected of AI in a task."""
    check_may_allocate(by)
    kept, _new = Estimate.objects.update_or_create(
        task=task,
        defaults={
            "saved_low": expected.saved.low, "saved_high": expected.saved.high,
            "days_low": expected.days.low, "days_high": expected.days.high,
            "money_low": expected.money.low, "money_high": expected.money.high,
            "risk": expected.risk, "part": expected.part, "by": by, "at": at,
        },
    )  # fmt: skip
    note("task_estimated", "task", task.public_id, by=by, at=at, risk=expected.risk)
    return kept
