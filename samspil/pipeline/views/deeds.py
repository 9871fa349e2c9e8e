"""What is done with an initiative: through its gate, back, tested, evaluated, ended."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.core.roles import NotAllowed
from samspil.people.queries import WorkRequest
from samspil.pipeline import actions
from samspil.pipeline.access import check_may_evaluate, check_may_open, check_may_plan
from samspil.pipeline.actions import GateShut, NotAtWork
from samspil.pipeline.views.initiative import found_at, whole_page
from samspil.pipeline.views.words import stage_name
from samspil.web.pages import toast, toast_problem

MOST_TEXT, MOST_WHY = 2000, 1000


@require_POST
def open_gate(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let it into its next stage."""
    found = found_at(public_id)
    colleague = check_may_open(request.colleague)
    try:
        stage = actions.open_gate(found, by=colleague, at=timezone.now())
    except GateShut as why:
        toast_problem(request, str(why))
        return whole_page(request, found_at(public_id), status=409)
    toast(
        request,
        _("It is in %(stage)s now, and the process works that way.") % {"stage": stage_name(stage)},
        undo=reverse("pipeline:back", args=[public_id]),
    )
    return redirect("pipeline:initiative", public_id=public_id)


@require_POST
def back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Move it back a stage, and the process with it."""
    found = found_at(public_id)
    colleague = check_may_open(request.colleague)
    why = request.POST.get("why", "").strip()[:MOST_WHY]
    try:
        stage = actions.move_back(found, why=why, by=colleague, at=timezone.now())
    except NotAllowed as no:
        toast_problem(request, str(no))
    else:
        said = _("It is in %(stage)s again, and work is shared as it was.")
        toast(request, said % {"stage": stage_name(stage)})
    return redirect("pipeline:initiative", public_id=public_id)


@require_POST
def drill(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Test the stop."""
    found = found_at(public_id)
    colleague = check_may_plan(request.colleague)
    try:
        made = actions.drill(found, by=colleague, at=timezone.now())
    except NotAtWork as why:
        toast_problem(request, str(why))
    else:
        if made.passed:
            toast(request, _("Tested: the old way comes back. Real work was not touched."))
        else:
            toast_problem(request, _("The test failed: look below at what did not hold."))
    return redirect("pipeline:initiative", public_id=public_id)


@require_POST
def noted(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that one has looked at why it was stopped."""
    found = found_at(public_id)
    colleague = check_may_plan(request.colleague)
    actions.note_halt(found, by=colleague, at=timezone.now())
    toast(request, _("Noted that you have looked at it. It stands in the journal."))
    return redirect("pipeline:initiative", public_id=public_id)


@require_POST
def evaluate(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Write what the stage showed."""
    found = found_at(public_id)
    colleague = check_may_evaluate(request.colleague, found)
    text = request.POST.get("evaluation", "").strip()[:MOST_TEXT]
    if not text:
        toast_problem(request, _("Write a sentence or two: an empty one shows nothing."))
        return whole_page(request, found, status=422)
    actions.evaluate(found, text, by=colleague, at=timezone.now())
    toast(request, _("Kept."))
    return redirect("pipeline:initiative", public_id=public_id)


@require_POST
def end(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring it to an end."""
    found = found_at(public_id)
    colleague = check_may_plan(request.colleague)
    why = request.POST.get("why", "").strip()[:MOST_WHY]
    try:
        actions.end_initiative(found, why=why, by=colleague, at=timezone.now())
    except NotAllowed as no:
        toast_problem(request, str(no))
        return redirect("pipeline:initiative", public_id=public_id)
    toast(request, _("Brought to an end; it stays to be read."))
    return redirect("pipeline:board")
