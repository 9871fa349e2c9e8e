"""On which maps a live process or a task is a step: shown on their own pages."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from samspil.audit.models import Task
from samspil.audit.queries import task_at
from samspil.people.queries import WorkRequest
from samspil.process_maps import queries
from samspil.process_maps.access import check_may_see
from samspil.web.pages import page
from samspil.work.models import Process
from samspil.work.queries import process_at


@require_safe
def of_process(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The steps that are this process or one of its topics."""
    check_may_see(request.colleague)
    try:
        process = process_at(public_id)
    except Process.DoesNotExist:
        raise Http404 from None
    context = {"name": process.name, "steps": queries.steps_of_process(process)}
    return page(request, "process_maps/elsewhere.html", context)


@require_safe
def of_task(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The steps that are this task."""
    check_may_see(request.colleague)
    try:
        task = task_at(public_id)
    except Task.DoesNotExist:
        raise Http404 from None
    context = {"name": task.title, "steps": queries.steps_of_task(task)}
    return page(request, "process_maps/elsewhere.html", context)
