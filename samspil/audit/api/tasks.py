"""The company's list of tasks by program."""

from django.utils import timezone
from ninja import Router, Status
from ninja.errors import HttpError

from samspil.audit import actions, queries
from samspil.audit.access import check_may_ask, check_may_see
from samspil.audit.api.shapes import TaskIn, TaskOut, task_out
from samspil.audit.queries import TaskFigures
from samspil.people.queries import WorkRequest
from samspil.work.models import Process
from samspil.work.queries import process_at

router = Router(tags=["tasks"])


@router.get("/tasks", response=list[TaskOut], summary="Tasks and what may be told of them")
def tasks(request: WorkRequest) -> list[TaskOut]:
    """The company's list, with the newest round's figures."""
    check_may_see(request.colleague)
    return [task_out(row) for row in queries.figures_of_tasks()]


@router.post("/tasks", response={201: TaskOut}, summary="Put a task on the list")
def add_task(request: WorkRequest, body: TaskIn) -> Status[TaskOut]:
    """422 where there can be no such task."""
    colleague = check_may_ask(request.colleague)
    try:
        process = process_at(body.process) if body.process else None
        wanted = actions.Wanted(title=body.title, process=process, topic=body.topic)
        made = actions.add_task(wanted, by=colleague, at=timezone.now())
    except Process.DoesNotExist:
        raise HttpError(422, "There is no process with this id.") from None
    except actions.UnfitTask as why:
        raise HttpError(422, str(why)) from None
    return Status(201, task_out(TaskFigures(task=made, everybody=None, teams=())))
