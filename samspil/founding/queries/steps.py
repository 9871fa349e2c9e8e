"""What is still to be done in the first days, told by facts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Exists, QuerySet, Subquery
from django.urls import NoReverseMatch, reverse

from samspil.audit.models import Audit
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
    ASKED = "asked"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What the first page says of an organisation's first days.

    `sample` is whether made-up cases are there. `steps` are None where all are done, were put away,
    or concern somebody else; `process` is the first one set up.
    """

    sample: bool
    steps: FirstSteps | None
    process: UUID | None


def first_days(colleague: Colleague) -> Days:
    """All of it in one statement."""
    concerned = may_do(colleague, Action.CHANGE_ORGANISATION)
    facts = {step.value: Exists(rows()) for step, rows in _FACTS.items()} if concerned else {}
    ours = Process.objects.filter(sample=False).order_by("pk").values("public_id")
    found = (
        Colleague.objects.filter(pk=colleague.pk)
        .annotate(
            sample=Exists(Process.objects.filter(sample=True)),
            begins=Exists(Beginning.objects.filter(put_away_at__isnull=True)),
            first=Subquery(ours[:1]),
            **facts,
        )
        .values("sample", "begins", "first", *facts)
        .get()
    )
    done = frozenset(FirstStep(step) for step in facts if found[step])
    shown = concerned and found["begins"] and len(done) < len(FirstStep)
    return Days(
        sample=found["sample"],
        steps=FirstSteps(done=done) if shown else None,
        process=found["first"],
    )


def teaching_address(process: UUID | None) -> str:
    """Where AI is taught from a file; empty where that cannot be done."""
    if process is None:
        return ""
    try:
        return reverse(TEACHING, args=[process])
    except NoReverseMatch:
        return ""


_FACTS: dict[FirstStep, Callable[[], QuerySet[Any]]] = {
    FirstStep.PROCESS: lambda: Process.objects.filter(sample=False),
    FirstStep.HOURS: lambda: Entry.objects.filter(
        subject=ALL_HOURS, event="hours_changed", actor_kind=Kind.PERSON
    ),
    FirstStep.PEOPLE: lambda: Colleague.objects.filter(kind=Kind.PERSON)[1:2],
    FirstStep.ASKED: lambda: Audit.objects.all(),
    FirstStep.TAUGHT: lambda: Process.objects.filter(sample=False).exclude(model_file=""),
    FirstStep.DECIDED: lambda: Decision.objects.filter(case__process__sample=False),
}
"""Rows that are there once a step is done."""
