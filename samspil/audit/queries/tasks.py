"""Tasks of the company, as its list has them."""

from uuid import UUID

from django.db.models import QuerySet

from samspil.audit.models import Sheet, Task


def listed_tasks() -> QuerySet[Task]:
    """The company's list, by name, with team and process."""
    there = Task.objects.filter(listed_at__isnull=False, removed_at=None)
    return there.select_related("team", "process").order_by("title", "pk")


def task_at(public_id: UUID | str) -> Task:
    """A task that is or was listed; raises `Task.DoesNotExist`, also for what is somebody's own."""
    listed = Task.objects.filter(listed_at__isnull=False)
    return listed.select_related("team", "process").get(public_id=public_id)


def tasks_named(words: str, *, most: int) -> list[Task]:
    """Listed tasks in whose name all of these words stand."""
    found = listed_tasks()
    for word in words.split():
        found = found.filter(title__icontains=word)
    return list(found[:most])


def listed_task(title: str) -> Task | None:
    """The task on the list that is called so, in capitals or not; None where there is none."""
    return listed_tasks().filter(title__iexact=title).first()


def task_for(title: str, *, sheet: Sheet) -> Task | None:
    """The task that is called the same, if there is one: on this sheet, on the list, or typed by
    others in this company in the very same words."""
    named = Task.objects.filter(title__iexact=title, removed_at=None)
    own = named.filter(answers__sheet=sheet).order_by("pk").first()
    return own or named.order_by("pk").first()
