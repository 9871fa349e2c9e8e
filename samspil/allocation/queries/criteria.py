"""Criteria as a table: the columns, and every task's row."""

from collections.abc import Iterator

from samspil.allocation.models import Judgement
from samspil.audit.queries import listed_tasks
from samspil.core.allocation.criteria import Criterion

CRITERIA = tuple(one.value for one in Criterion)
HEAD = ("id", "task", *CRITERIA, "about", "decides", "feels")
YES_NO = {True: "yes", False: "no", None: ""}


def criteria_rows() -> Iterator[tuple[str, ...]]:
    """The head, then every task on the list by name; in two statements."""
    said = {row.task_id: row for row in Judgement.objects.all()}
    yield HEAD
    for task in listed_tasks():
        row = said.get(task.pk)
        criteria = row.criteria if row else {}
        yield (
            str(task.public_id), task.title,
            *(f"{criteria[name]:g}" if name in criteria else "" for name in CRITERIA),
            row.about if row else "", YES_NO[row.decides if row else None],
            YES_NO[row.feels if row else None],
        )  # fmt: skip
