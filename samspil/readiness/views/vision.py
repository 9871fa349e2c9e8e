"""The vision as it is being worked on."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.months import months_after
from samspil.core.readiness.vision import HORIZON
from samspil.people.queries import WorkRequest, day_of, people
from samspil.readiness import actions, queries
from samspil.readiness.access import check_may_ask, check_may_see, may_ask
from samspil.readiness.actions import Refused
from samspil.readiness.forms import GoalForm, tell
from samspil.readiness.views import words
from samspil.readiness.views.finding import goal_here
from samspil.web.pages import page, toast, toast_problem, whole_number

SEEN = "seen-"


@require_safe
def vision(request: WorkRequest) -> HttpResponse:
    """What is being worked on, what was decided, and what was learned beside it."""
    colleague = check_may_see(request.colleague)
    asks = may_ask(colleague)
    newest = queries.newest_version()
    course = queries.course_of(newest, today=_today()) if newest else None
    context = {
        "goals": [(one, *words.amounts(one)) for one in queries.goals()] if asks else [],
        "versions": queries.versions(),
        "newest": newest,
        "course": course,
        "settled": [(one.goal, *words.amounts(one.goal)) for one in course.goals] if course else [],
        "may_ask": asks,
        "findings": [(one, words.name_of(one.area)) for one in queries.findings()] if asks else [],
    }
    return page(request, "readiness/vision.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_goal(request: WorkRequest) -> HttpResponse:
    """Put a goal in."""
    colleague = check_may_ask(request.colleague)
    first = {"due": months_after(_today(), HORIZON), "owner": str(colleague.public_id)}
    form = GoalForm(request.POST or None, people=people(), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_goal(
                form.wanted(), owner=form.owner_chosen(), by=colleague, at=timezone.now()
            )
        except Refused as why:
            tell(form, why)
        else:
            return redirect("readiness:vision")
    context = {"form": form, "name": _("Add a goal")}
    status = 422 if request.method == "POST" else 200
    return page(request, "readiness/goal.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def goal(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say a goal otherwise."""
    colleague = check_may_ask(request.colleague)
    found = goal_here(public_id)
    form = GoalForm(request.POST or None, people=people(), initial=GoalForm.of(found))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            actions.change_goal(
                found, form.wanted(), owner=form.owner_chosen(), by=colleague, at=timezone.now(),
                seen=-1 if seen is None else seen,
            )  # fmt: skip
        except Refused as why:
            tell(form, why)
        else:
            toast(request, _("The goal is changed."))
            return redirect("readiness:vision")
    context = {"form": form, "name": _("Change a goal"), "goal": found}
    status = 422 if request.method == "POST" else 200
    return page(request, "readiness/goal.html", context, status=status)


@require_POST
def remove_goal(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave one out, with a way back."""
    colleague = check_may_ask(request.colleague)
    if actions.remove_goal(goal_here(public_id), by=colleague, at=timezone.now()):
        undo = reverse("readiness:restore_goal", args=[public_id])
        toast(request, _("The goal is left out."), undo=undo)
    return redirect("readiness:vision")


@require_POST
def restore_goal(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo that it was left out."""
    colleague = check_may_ask(request.colleague)
    actions.restore_goal(goal_here(public_id), by=colleague, at=timezone.now())
    return redirect("readiness:vision")


@require_POST
def decide(request: WorkRequest) -> HttpResponse:
    """Decide on the goals as the reader has them before them."""
    colleague = check_may_ask(request.colleague)
    seen = {
        name.removeprefix(SEEN): whole_number(str(value))
        for name, value in request.POST.items()
        if name.startswith(SEEN)
    }
    fit = {key: -1 if value is None else value for key, value in seen.items()}
    try:
        made = actions.decide(seen=fit, by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
        return redirect("readiness:vision")
    said = _("Version %(n)d is decided. It is looked at again after 3, 6 and 12 months.")
    toast(request, said % {"n": made.number})
    return redirect("readiness:version", public_id=made.public_id)


def _today() -> date:
    return day_of(timezone.now())
