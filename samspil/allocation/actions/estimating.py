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
    """What is expected, as in `Estimate`. Raises `ValueError` beyond the scales.

    `hours` a week of today are guessed together; None where nobody did.
    """

    saved: Range
    days: Range
    money: Range
    risk: int
    part: Part
    hours: Range | None = None

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
            "hours_low": expected.hours.low if expected.hours else None,
            "hours_high": expected.hours.high if expected.hours else None,
            "risk": expected.risk, "part": expected.part, "by": by, "at": at,
        },
    )  # fmt: skip
    note("task_estimated", "task", task.public_id, by=by, at=at, risk=expected.risk)
    return kept


@transaction.atomic
def take_back_estimate(task: Task, *, of: datetime, by: Colleague, at: datetime) -> bool:
    """Take away what was expected of AI at that time; False where somebody has said more since."""
    check_may_allocate(by)
    if not Estimate.objects.filter(task=task, at=of).delete()[0]:
        return False
    note("task_estimate_undone", "task", task.public_id, by=by, at=at)
    return True
