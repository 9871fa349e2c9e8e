"""What is done when a process's cases wait: its ladders, and each step of them."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may, people, teams
from samspil.web.pages import page, toast
from samspil.work import actions
from samspil.work.forms import StepForm, as_described
from samspil.work.models import EscalationStep, Process
from samspil.work.queries import step_of
from samspil.work.queries.ladders import ladders
from samspil.work.views.finding import find_process


@require_http_methods(["GET", "HEAD", "POST"])
def steps(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The ladders, and a form for one step: a new one, or that named as `step`."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = find_process(public_id)
    step = _chosen(request, found)
    offered = {"people": people(), "teams": teams()}
    if request.method == "POST":
        form = StepForm(request.POST, **offered)  # type: ignore[arg-type]  # two kinds of lists
    else:
        form = StepForm(initial=as_described(step) if step else None, **offered)  # type: ignore[arg-type]  # as above
    if form.is_valid():
        actions.set_step(found, step, planned=form.planned(), by=colleague, at=timezone.now())
        toast(request, _("The step is kept. It counts for running cases too."))
        return redirect("work:steps", public_id=public_id)
    context = {"process": found, "ladders": ladders(found), "form": form, "step": step}
    return page(request, "work/steps.html", context, status=422 if form.errors else 200)


@require_POST
def remove_step(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take the step named as `step` out of its ladder."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    step = _chosen(request, find_process(public_id))
    if step is not None:
        actions.remove_step(step, by=colleague, at=timezone.now())
        toast(request, _("The step is removed."))
    return redirect("work:steps", public_id=public_id)


@require_POST
def use_usual_steps(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put the usual ladders in the place of those the process has."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    actions.use_usual_steps(find_process(public_id), by=colleague, at=timezone.now())
    toast(request, _("The process has the usual steps."))
    return redirect("work:steps", public_id=public_id)


def _chosen(request: WorkRequest, process: Process) -> EscalationStep | None:
    named = request.POST.get("step") or request.GET.get("step")
    try:
        return step_of(process, named) if named else None
    except (EscalationStep.DoesNotExist, ValidationError):
        raise Http404 from None
