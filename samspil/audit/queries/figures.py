"""What rounds tell of tasks: of five people or more, and nobody's own answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samspil.audit.models import Audit, Figures, Task
from samspil.audit.queries.numbers import decimal
from samspil.audit.queries.tasks import listed_tasks
from samspil.core.audit.findings import WORDS, Measured, findings
from samspil.people.models import Team


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFigures:
    """A task with what the newest round that may tell of it says.

    `everybody` is None where too few people answered; `teams` are those that may be told alone.
    """

    task: Task
    everybody: Figures | None
    teams: Sequence[tuple[Team, Figures]]


def figures_of_tasks() -> list[TaskFigures]:
    """Every listed task with its figures, by name; in three statements."""
    rows = Figures.objects.filter(task__isnull=False).select_related("team", "audit")
    newest: dict[int, list[Figures]] = {}
    for row in rows.order_by("-audit__settled_at", "-audit", "pk"):
        assert row.task_id is not None
        known = newest.setdefault(row.task_id, [])
        if not known or known[0].audit_id == row.audit_id:
            known.append(row)
    return _beside(listed_tasks(), newest)


def figures_of(audit: Audit) -> list[TaskFigures]:
    """What one round tells, the task first that takes most time."""
    rows = audit.figures.filter(task__isnull=False).select_related("team", "task")
    by_task: dict[int, list[Figures]] = {}
    for row in rows.order_by("pk"):
        assert row.task_id is not None
        by_task.setdefault(row.task_id, []).append(row)
    tasks = [row.task for row in rows if row.team_id is None and row.task is not None]
    found = _beside(tasks, by_task)
    return sorted(found, key=lambda one: -(one.everybody.hours if one.everybody else 0))


def told_of(task: Task) -> Figures | None:
    """What the newest round that may tell of a task says of everybody; None where none may."""
    rows = task.figures.filter(team=None).order_by("-audit__settled_at", "-audit", "pk")
    return rows.first()


def other_tasks(audit: Audit) -> Figures | None:
    """What a round tells of all tasks of too few people each; None where it may not."""
    return audit.figures.filter(task=None, team=None).first()


def stands_out(rows: Sequence[TaskFigures]) -> list[str]:
    """What stands out among these tasks, in the reader's language."""
    tasks = [
        Measured(
            task=row.task.title,
            hours=told.hours,
            often=told.times * told.people,
            frustration=told.frustration,
            between_hours=told.between_hours,
            wishes=told.wishes,
            durations=told.durations,
        )
        for row in rows
        if (told := row.everybody) is not None
    ]
    return [_(WORDS[one.kind]).format(**in_words(one.figures)) for one in findings(tasks)]


def in_words(figures: Mapping[str, str | float]) -> Mapping[str, str]:
    """Figures as the reader writes them, to fill a sentence."""
    return {
        name: value if isinstance(value, str) else decimal(value) for name, value in figures.items()
    }


def _beside(tasks: Iterable[Task], rows: Mapping[int, Sequence[Figures]]) -> list[TaskFigures]:
    return [
        TaskFigures(
            task=task,
            everybody=next((one for one in rows.get(task.pk, ()) if one.team_id is None), None),
            teams=[(one.team, one) for one in rows.get(task.pk, ()) if one.team is not None],
        )
        for task in tasks
    ]
