"""What is still to be done in the first days, told by facts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.urls import NoReverseMatch, reverse

from samspil.core.roles import Action
from samspil.founding.models import Beginning
from samspil.journal.models import Entry
from samspil.people.models import Colleague, Kind
from samspil.people.queries import may_do
from samspil.work.models import Decision, Process

TEACHING = "teaching:upload"
"""The page on which AI is taught from a file."""
ALL_HOURS = "all"
"""How the journal names the hours of everything that has none of its own."""


class FirstStep(StrEnum):
    """What every organisation does first."""

    PROCESS = "process"
    HOURS = "hours"
    PEOPLE = "people"
    TAUGHT = "taught"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSteps:
    """Which of the first steps are done."""

    done: frozenset[FirstStep]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(FirstStep)


def first_process() -> Process | None:
    """The process that was set up first, samples left out."""
    return Process.objects.filter(sample=False).order_by("pk").first()


def first_steps(colleague: Colleague) -> FirstSteps | None:
    """The steps, for whom they concern; None where all are done or they were put away."""
    if not may_do(colleague, Action.CHANGE_ORGANISATION):
        return None
    if not Beginning.objects.filter(put_away_at__isnull=True).exists():
        return None
    done = frozenset(step for step, holds in _FACTS.items() if holds())
    return FirstSteps(done=done) if len(done) < len(FirstStep) else None


def teaching_address(process: Process | None) -> str:
    """Where AI is taught from a file; empty where that cannot be done."""
    if process is None:
        return ""
    try:
        return reverse(TEACHING, args=[process.public_id])
    except NoReverseMatch:
        return ""


def _hours_checked() -> bool:
    changed = Entry.objects.filter(subject=ALL_HOURS, event="hours_changed")
    return changed.filter(actor_kind=Kind.PERSON).exists()


_FACTS: dict[FirstStep, Callable[[], bool]] = {
    FirstStep.PROCESS: lambda: Process.objects.filter(sample=False).exists(),
    FirstStep.HOURS: _hours_checked,
    FirstStep.PEOPLE: lambda: Colleague.objects.filter(kind=Kind.PERSON)[1:2].exists(),
    FirstStep.TAUGHT: lambda: Process.objects.filter(sample=False).exclude(model_file="").exists(),
    FirstStep.DECIDED: lambda: Decision.objects.filter(case__process__sample=False).exists(),
}
