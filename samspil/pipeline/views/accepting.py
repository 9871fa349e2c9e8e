"""Begin an initiative, from an idea or by accepting who does a task; and take that back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.audit.models import Task
from samspil.core.pipeline.accepting import NothingToTry
from samspil.core.roles import Action, NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, may_do
from samspil.pipeline import actions
from samspil.pipeline.access import check_may_plan
from samspil.pipeline.forms import AcceptForm, InitiativeForm
from samspil.pipeline.views.drafting import accepted_plan, first_plan, task_named
from samspil.pipeline.views.initiative import found_at
from samspil.web.pages import page, toast, toast_problem
from samspil.work.actions import NameTaken


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Write an initiative down; `?task=` accepts a task and begins with what is known of it."""
    colleague = check_may_plan(request.colleague)
    if task := request.GET.get("task", ""):
        return _accept(request, task_named(task), colleague)
    first = first_plan(by=colleague, on=day_of(timezone.now()))
    form = InitiativeForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        made = actions.make_initiative(form.cleaned_data["plan"], by=colleague, at=timezone.now())
        return redirect("pipeline:initiative", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "pipeline/plan.html", {"form": form}, status=status)


@require_POST
def take_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo that a task was accepted."""
    found = found_at(public_id)
    colleague = check_may_plan(request.colleague)
    try:
        task = actions.take_back_acceptance(found, by=colleague, at=timezone.now())
    except NotAllowed as why:
        toast_problem(request, str(why))
        return redirect("pipeline:initiative", public_id=public_id)
    toast(request, _("Taken back: nothing was changed by it."))
    return redirect("allocation:task", task.public_id) if task else redirect("pipeline:board")


def _accept(request: WorkRequest, task: Task, colleague: Colleague) -> HttpResponse:
    try:
        first = accepted_plan(task, by=colleague, on=day_of(timezone.now()))
    except NothingToTry as why:
        toast_problem(request, _(str(why)))
        return redirect("allocation:task", task.public_id)
    makes = may_do(colleague, Action.CHANGE_PROCESSES) and task.process is None
    form = AcceptForm(request.POST or None, initial=first, makes=makes)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.accept(
                task, form.cleaned_data["plan"], work=form.cleaned_data["work"], by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except NameTaken as why:
            form.add_error("name", str(why))
        else:
            undo = reverse("pipeline:take_back", args=[made.public_id])
            toast(request, _("Accepted. Below stands what its pilot still waits for."), undo=undo)
            return redirect("pipeline:initiative", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "pipeline/plan.html", {"form": form, "task": task}, status=status)
