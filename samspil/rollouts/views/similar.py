"""Tasks elsewhere that are alike, and the same begun there."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.audit.models import Task
from samspil.audit.queries import task_at
from samspil.core.roles import NotAllowed
from samspil.people.queries import WorkRequest
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import initiative_at
from samspil.rollouts import actions, queries
from samspil.rollouts.access import check_may_plan, check_may_see, may_plan
from samspil.rollouts.views.rollout import found_at
from samspil.rollouts.views.words import reason_words
from samspil.web.pages import page, toast, toast_problem


@require_safe
def similar(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What is done elsewhere that is like what this initiative is about."""
    colleague = check_may_see(request.colleague)
    found = found_at(public_id)
    context = {
        "one": found,
        "here": queries.tasks_here(found),
        "rows": [(each, reason_words(each.why)) for each in queries.elsewhere(found)],
        "may_plan": may_plan(colleague),
    }
    return page(request, "rollouts/similar.html", context)


@require_POST
def begin(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Write the same down for a task elsewhere."""
    colleague = check_may_plan(request.colleague)
    found = found_at(public_id)
    task, like = _task(request.POST.get("task", "")), _task(request.POST.get("like", ""))
    made = actions.begin_elsewhere(found, task, like=like, by=colleague, at=timezone.now())
    undo = reverse("rollouts:take_back", args=[made.public_id])
    toast(
        request, _("Written down as an initiative of its own; its gates are before it."), undo=undo
    )
    return redirect("pipeline:initiative", public_id=made.public_id)


@require_POST
def take_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take back what was written down."""
    colleague = check_may_plan(request.colleague)
    try:
        made = initiative_at(public_id)
    except Initiative.DoesNotExist:
        raise Http404 from None
    try:
        actions.take_back_elsewhere(made, by=colleague, at=timezone.now())
    except NotAllowed as no:
        toast_problem(request, str(no))
    else:
        toast(request, _("Taken back."))
    return redirect("pipeline:board")


def _task(public_id: str) -> Task:
    try:
        return task_at(UUID(public_id))
    except (Task.DoesNotExist, ValueError):
        raise Http404 from None
