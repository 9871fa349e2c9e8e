"""Put tasks on the company's list, change them, and take them off again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.audit.access import check_may_ask
from samspil.audit.models import Task
from samspil.core.audit import BadAnswer, Given, check_answer
from samspil.people.actions import note
from samspil.people.models import Colleague, Team
from samspil.work.models import Process, Topic


class UnfitTask(ValueError):
    """There can be no such task; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A task as somebody wants it: whose it is, and the live work that it is part of."""

    title: str
    team: Team | None = None
    process: Process | None = None
    topic: str = ""
    occupation: str = ""
    library: int = 0


@transaction.atomic
def add_task(wanted: Wanted, *, by: Colleague, at: datetime) -> Task:
    """Put a task on the company's list. Raises `UnfitTask`; one of the library is there once."""
    check_may_ask(by)
    title = fit_title(wanted.title)
    _check_topic(wanted)
    if wanted.library:
        task = task_of_library(
            wanted.library, title=title, occupation=wanted.occupation, at=at
        )  # fmt: skip
        _save(task, wanted, title=title)
    else:
        task = Task.objects.create(
            title=title, team=wanted.team, process=wanted.process, topic=wanted.topic,
            occupation=wanted.occupation, added_at=at,
        )  # fmt: skip
    Task.objects.filter(pk=task.pk, listed_at=None).update(listed_at=at)
    task.refresh_from_db()
    note("task_added", "task", task.public_id, by=by, at=at)
    return task


@transaction.atomic
def change_task(task: Task, wanted: Wanted, *, by: Colleague, at: datetime) -> None:
    """Name it otherwise, or say whose it is and what it belongs to. Raises `UnfitTask`."""
    check_may_ask(by)
    _check_topic(wanted)
    _save(task, wanted, title=fit_title(wanted.title))
    note("task_changed", "task", task.public_id, by=by, at=at)


@transaction.atomic
def remove_task(task: Task, *, by: Colleague, at: datetime) -> bool:
    """Take it off the list; what was said of it stays. False where it was off before."""
    check_may_ask(by)
    if not Task.objects.filter(pk=task.pk, removed_at=None).update(removed_at=at):
        return False
    note("task_removed", "task", task.public_id, by=by, at=at)
    return True


@transaction.atomic
def restore_task(task: Task, *, by: Colleague, at: datetime) -> bool:
    """Put it back on the list; False where it is there."""
    check_may_ask(by)
    gone = Task.objects.filter(pk=task.pk, removed_at__isnull=False)
    if not gone.update(removed_at=None):
        return False
    note("task_restored", "task", task.public_id, by=by, at=at)
    return True


def task_of_library(library: int, *, title: str, occupation: str, at: datetime) -> Task:
    """The company's one task for a task of the library, made where there is none yet."""
    made, _new = Task.objects.get_or_create(
        library=library, defaults={"title": title, "occupation": occupation, "added_at": at}
    )
    return made


def fit_title(typed: str) -> str:
    """The title without needless spaces; raises `UnfitTask`."""
    title = " ".join(typed.split())
    try:
        check_answer(Given(title=title))
    except BadAnswer as why:
        raise UnfitTask(_(why.words).format(**why.figures)) from None
    return title


def _check_topic(wanted: Wanted) -> None:
    if not wanted.topic:
        return
    known = Topic.objects.filter(process=wanted.process, key=wanted.topic) if wanted.process else ()
    if not known:
        raise UnfitTask(_("This process has no such topic: choose the process first."))


def _save(task: Task, wanted: Wanted, *, title: str) -> None:
    task.title, task.team, task.process = title, wanted.team, wanted.process
    task.topic, task.occupation = wanted.topic, wanted.occupation
    task.save(update_fields=["title", "team", "process", "topic", "occupation"])
