"""What was ticked or typed to be put onto a sheet."""

from datetime import datetime

from django.db import transaction
from django.http import QueryDict

from samspil.audit import actions
from samspil.audit.models import Answer, Sheet
from samspil.audit.queries import listed_tasks
from samspil.core.audit.library import task_at
from samspil.web.pages import whole_number

MOST_AT_ONCE = 50


@transaction.atomic
def add_chosen(sheet: Sheet, said: QueryDict, *, language: str, at: datetime) -> list[Answer]:
    """Put every task that was ticked or typed onto the sheet, all or none of them.

    What is not there, or not any more, is passed over.
    """
    added = []
    numbers = [whole_number(one) for one in said.getlist("library")[:MOST_AT_ONCE]]
    for task in (task_at(one) for one in numbers if one):
        if task is not None:
            added.append(
                actions.choose_of_library(
                    sheet, task.number, title=task.wording(language),
                    occupation=task.occupation, at=at,
                )
            )  # fmt: skip
    wanted = {one for one in said.getlist("task")[:MOST_AT_ONCE] if len(one) == 36}
    listed = [one for one in listed_tasks() if str(one.public_id) in wanted] if wanted else []
    added += [actions.choose_task(sheet, one, at=at) for one in listed]
    if typed := said.get("title", "").strip():
        added.append(actions.type_task(sheet, typed, at=at))
    return added
