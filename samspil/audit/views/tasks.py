"""The company's list of tasks."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.audit import actions, queries
from samspil.audit.access import check_may_ask, check_may_see, may_ask
from samspil.audit.forms import TaskForm
from samspil.audit.models import Task
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, teams
from samspil.web.pages import page, toast
from samspil.work.queries import processes, topics_of


@require_safe
def tasks(request: WorkRequest) -> HttpResponse:
    """Every task on the list, with what may be told of it."""
    colleague = check_may_see(request.colleague)
    context = {"rows": queries.figures_of_tasks(), "may_ask": may_ask(colleague)}
    return page(request, "audit/tasks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_task(request: WorkRequest) -> HttpResponse:
    """Put a task on the list."""
    return _change(request, None, by=check_may_ask(request.colleague))


@require_http_methods(["GET", "HEAD", "POST"])
def task(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Change what is known of a task."""
    colleague = check_may_ask(request.colleague)
    return _change(request, _task(public_id), by=colleague)


@require_POST
def remove_task(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take a task off the list, with a way back."""
    colleague = check_may_ask(request.colleague)
    found = _task(public_id)
    actions.remove_task(found, by=colleague, at=timezone.now())
    said = _("“%(task)s” is off the list.") % {"task": found.title}
    toast(request, said, undo=reverse("audit:restore_task", args=[public_id]))
    return redirect("audit:tasks")


@require_POST
def restore_task(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put a task back on the list."""
    colleague = check_may_ask(request.colleague)
    actions.restore_task(_task(public_id), by=colleague, at=timezone.now())
    return redirect("audit:tasks")


def _change(request: WorkRequest, found: Task | None, *, by: Colleague) -> HttpResponse:
    topics = topics_of(found.process) if found and found.process else []
    form = TaskForm(
        request.POST or None, task=found, teams=teams(), processes=processes(), topics=topics
    )
    if request.method == "POST" and form.is_valid():
        try:
            if found is None:
                actions.add_task(form.wanted(), by=by, at=timezone.now())
            else:
                actions.change_task(found, form.wanted(), by=by, at=timezone.now())
        except actions.UnfitTask as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Kept."))
            return redirect("audit:tasks")
    status = 422 if request.method == "POST" else 200
    return page(request, "audit/task.html", {"form": form, "task": found}, status=status)


def _task(public_id: UUID) -> Task:
    try:
        return queries.task_at(public_id)
    except Task.DoesNotExist:
        raise Http404 from None
