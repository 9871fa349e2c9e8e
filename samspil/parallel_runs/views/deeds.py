"""What is done with a run: undo its start, pause, go on, end."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samspil.parallel_runs import actions
from samspil.parallel_runs.access import check_may_run
from samspil.parallel_runs.actions import CannotRun
from samspil.parallel_runs.views.runs import found_at
from samspil.people.queries import WorkRequest
from samspil.web.pages import toast, toast_problem


@require_POST
def take_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo a start before anything was drawn."""
    found = found_at(public_id)
    colleague = check_may_run(request.colleague)
    try:
        actions.take_start_back(found, by=colleague, at=timezone.now())
    except CannotRun as why:
        toast_problem(request, str(why))
        return redirect("parallel_runs:run", public_id=public_id)
    toast(request, _("Undone: nothing was drawn."))
    return redirect("parallel_runs:runs")


@require_POST
def pause(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let it rest."""
    found = found_at(public_id)
    colleague = check_may_run(request.colleague)
    actions.pause_run(found, by=colleague, at=timezone.now())
    toast(request, _("It rests: nothing is drawn, and nobody takes a case the new way."))
    return redirect("parallel_runs:run", public_id=public_id)


@require_POST
def resume(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let it go on."""
    found = found_at(public_id)
    colleague = check_may_run(request.colleague)
    try:
        actions.resume_run(found, by=colleague, at=timezone.now())
    except CannotRun as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("It goes on."))
    return redirect("parallel_runs:run", public_id=public_id)


@require_POST
def end(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Draw no more."""
    found = found_at(public_id)
    colleague = check_may_run(request.colleague)
    actions.end_run(found, by=colleague, at=timezone.now())
    toast(request, _("No more is drawn; what was drawn is still finished."))
    return redirect("parallel_runs:run", public_id=public_id)


@require_POST
def finish(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave out what is still open, so that it is over."""
    found = found_at(public_id)
    colleague = check_may_run(request.colleague)
    many = actions.leave_rest_out(found, by=colleague, at=timezone.now())
    words = ngettext(
        "It is over; %(n)d case was left out.", "It is over; %(n)d cases were left out.", many
    )
    toast(request, words % {"n": many})
    return redirect("parallel_runs:run", public_id=public_id)
