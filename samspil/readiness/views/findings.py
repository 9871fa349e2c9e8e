"""Guides of one's own, and what came of interviews."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.core.readiness import seats
from samspil.people.queries import WorkRequest
from samspil.readiness import actions, queries
from samspil.readiness.access import check_may_ask
from samspil.readiness.actions import Refused
from samspil.readiness.forms import FindingForm, GuideForm, tell
from samspil.readiness.views.finding import finding_here, seat_here
from samspil.readiness.views.interviews import show_interviews
from samspil.web.pages import page, toast


@require_http_methods(["GET", "HEAD", "POST"])
def guide(request: WorkRequest, seat: str) -> HttpResponse:
    """The questions for one kind of people, to adapt."""
    colleague = check_may_ask(request.colleague)
    which = seat_here(seat)
    first = {"questions": "\n".join(queries.guide_of(which))}
    form = GuideForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_guide(
                which, form.cleaned_data["questions"], by=colleague, at=timezone.now()
            )
        except Refused as why:
            tell(form, why)
        else:
            toast(request, _("These questions are asked from now on."))
            return redirect("readiness:interviews")
    context = {
        "form": form,
        "seat": seat,
        "name": _(seats.WORDS[which]),
        "own": which in queries.own_guides(),
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "readiness/guide.html", context, status=status)


@require_POST
def drop_guide(request: WorkRequest, seat: str) -> HttpResponse:
    """Ask the questions again that come with Samspil."""
    colleague = check_may_ask(request.colleague)
    if actions.drop_guide(seat_here(seat), by=colleague, at=timezone.now()):
        toast(request, _("The questions that come with Samspil are asked again."))
    return redirect("readiness:guide", seat=seat)


@require_POST
def add_finding(request: WorkRequest) -> HttpResponse:
    """Write down what was learned."""
    colleague = check_may_ask(request.colleague)
    form = FindingForm(request.POST)
    if form.is_valid():
        try:
            actions.add_finding(
                form.cleaned_data["text"], area=form.area_chosen(), by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except Refused as why:
            tell(form, why)
        else:
            return redirect(f"{reverse('readiness:interviews')}#findings")
    return show_interviews(request, colleague, form=form, status=422)


@require_POST
def remove_finding(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave one out, with a way back."""
    colleague = check_may_ask(request.colleague)
    if actions.remove_finding(finding_here(public_id), by=colleague, at=timezone.now()):
        undo = reverse("readiness:restore_finding", args=[public_id])
        toast(request, _("The finding is left out."), undo=undo)
    return redirect("readiness:interviews")


@require_POST
def restore_finding(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo that it was left out."""
    colleague = check_may_ask(request.colleague)
    actions.restore_finding(finding_here(public_id), by=colleague, at=timezone.now())
    return redirect("readiness:interviews")
