"""Take over how a task is divided now, or leave the plan; and what the task's page shows of it."""

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
from samspil.pipeline import actions, queries
from samspil.pipeline.access import check_may_plan, check_may_see
from samspil.pipeline.actions import NotTakenOver
from samspil.pipeline.models import Adjustment
from samspil.pipeline.views.initiative import found_at, whole_page
from samspil.pipeline.views.words import stage_name
from samspil.web.pages import page, toast, toast_problem


@require_POST
def take_over(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Lay down what follows from how its task is divided now."""
    found = found_at(public_id)
    colleague = check_may_plan(request.colleague)
    differs = queries.differing_one(found)
    try:
        made = actions.take_over(
            found, mark=request.POST.get("mark", ""), by=colleague, at=timezone.now()
        )
    except NotTakenOver as why:
        toast_problem(request, str(why))
        return whole_page(request, found_at(public_id), status=409)
    words = _("Taken over. The process works so from the next case on.")
    if not made.way:
        words = _("Taken over. No case is worked on otherwise yet.")
    comes_back = differs is not None and differs.difference.may_stay
    toast(request, words, undo=_undo(made) if comes_back else "")
    return redirect("pipeline:initiative", public_id=public_id)


@require_POST
def leave(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave the plan as it stands."""
    found = found_at(public_id)
    colleague = check_may_plan(request.colleague)
    mark, why = request.POST.get("mark", ""), request.POST.get("why", "")
    try:
        made = actions.leave_standing(found, why=why, mark=mark, by=colleague, at=timezone.now())
    except NotTakenOver as no:
        toast_problem(request, str(no))
        return whole_page(request, found_at(public_id), status=409)
    toast(request, _("Left as it is, with the reason."), undo=_undo(made))
    return redirect("pipeline:initiative", public_id=public_id)


@require_POST
def undo_adjustment(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo that it was taken over, or left."""
    colleague = check_may_plan(request.colleague)
    try:
        made = Adjustment.objects.select_related("initiative").get(public_id=public_id)
    except Adjustment.DoesNotExist:
        raise Http404 from None
    try:
        actions.undo_adjustment(made, by=colleague, at=timezone.now())
    except NotAllowed as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("It is laid down as it was before."))
    return redirect("pipeline:initiative", public_id=made.initiative.public_id)


@require_safe
def of_task(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The initiatives that a task is tried in, to be shown on its page."""
    check_may_see(request.colleague)
    try:
        task = task_at(public_id)
    except Task.DoesNotExist:
        raise Http404 from None
    there = queries.initiatives_of(task)
    differing = queries.differing(there)
    rows = [
        (one, stage_name(one.stage), differing[one.pk].difference if one.pk in differing else None)
        for one in there
    ]
    return page(request, "pipeline/of_task.html", {"task": task, "rows": rows})


def _undo(made: Adjustment) -> str:
    return reverse("pipeline:undo_adjustment", args=[made.public_id])
