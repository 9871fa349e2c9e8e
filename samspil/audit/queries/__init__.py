"""Everything that can be read of tasks and of what takes time."""

from samspil.audit.queries.figures import (
    TaskFigures,
    figures_of,
    figures_of_tasks,
    other_tasks,
)
from samspil.audit.queries.rounds import (
    Progress,
    asked_people,
    asks,
    audit_at,
    audits,
    is_open,
    open_for,
    over_sheets,
    progress_of,
    rounds_for,
)
from samspil.audit.queries.sheets import (
    OwnSheet,
    given_of,
    own_sheet,
    own_sheets_of,
    words_of_hindrance,
)
from samspil.audit.queries.tasks import listed_tasks, task_at, task_for, tasks_named

__all__ = [
    "OwnSheet",
    "Progress",
    "TaskFigures",
    "asked_people",
    "asks",
    "audit_at",
    "audits",
    "figures_of",
    "figures_of_tasks",
    "given_of",
    "is_open",
    "listed_tasks",
    "open_for",
    "other_tasks",
    "over_sheets",
    "own_sheet",
    "own_sheets_of",
    "progress_of",
    "rounds_for",
    "task_at",
    "task_for",
    "tasks_named",
    "words_of_hindrance",
]
