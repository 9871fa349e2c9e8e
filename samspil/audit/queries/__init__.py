"""Everything that can be read of tasks and of what takes time."""

from samspil.audit.queries.figures import (
    TaskFigures,
    figures_of,
    figures_of_tasks,
    other_tasks,
    stands_out,
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
    still_silent,
)
from samspil.audit.queries.sheets import (
    OwnSheet,
    answers_of,
    given_of,
    own_sheet,
    own_sheets_of,
    words_of_hindrance,
)
from samspil.audit.queries.tables import UnfitTable, read_answers, words_of_table
from samspil.audit.queries.tasks import (
    listed_task,
    listed_tasks,
    task_at,
    task_for,
    tasks_named,
)

__all__ = [
    "OwnSheet",
    "Progress",
    "TaskFigures",
    "UnfitTable",
    "answers_of",
    "asked_people",
    "asks",
    "audit_at",
    "audits",
    "figures_of",
    "figures_of_tasks",
    "given_of",
    "is_open",
    "listed_task",
    "listed_tasks",
    "open_for",
    "other_tasks",
    "over_sheets",
    "own_sheet",
    "own_sheets_of",
    "progress_of",
    "read_answers",
    "rounds_for",
    "stands_out",
    "still_silent",
    "task_at",
    "task_for",
    "tasks_named",
    "words_of_hindrance",
    "words_of_table",
]
