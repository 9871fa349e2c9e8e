"""Proposals: written, changed, withdrawn, and put together."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast, toast_problem
from samspil.workshops import actions
from samspil.workshops.access import check_joined, check_may_enter, check_may_lead
from samspil.workshops.actions import Refused
from samspil.workshops.actions.proposing import check_own
from samspil.workshops.forms import IdeaForm, tell
from samspil.workshops.views.finding import proposal_here, workshop_here
from samspil.workshops.views.room import show


@require_POST
def propose(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Propose something."""
    found = workshop_here(public_id)
    colleague = check_may_enter(request.colleague, found)
    check_joined(colleague, found)
    form = IdeaForm(request.POST)
    if form.is_valid():
        try:
            made = actions.propose(found, form.idea(), by=colleague)
        except Refused as why:
            tell(form, why)
        else:
            undo = reverse("workshops:remove", args=[public_id, made.public_id])
            toast(request, _("It is proposed. Nobody sees by whom."), undo=undo)
            return redirect("workshops:room", public_id=public_id)
    return show(request, found, form=form, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WorkRequest, public_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Say one's own proposal otherwise."""
    found = workshop_here(public_id)
    proposal = proposal_here(found, proposal_id)
    check_own(proposal, check_joined(request.colleague, found))
    form = IdeaForm(request.POST or None, proposal=proposal)
    if request.method == "POST" and form.is_valid():
        colleague = check_may_enter(request.colleague, found)
        try:
            actions.change_proposal(proposal, form.idea(), by=colleague)
        except Refused as why:
            tell(form, why)
        else:
            toast(request, _("Kept."))
            return redirect("workshops:room", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "workshop": found}
    return page(request, "workshops/change.html", context, status=status)


@require_POST
def remove(request: WorkRequest, public_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Withdraw it, or take it off."""
    found = workshop_here(public_id)
    colleague = check_may_enter(request.colleague, found)
    try:
        actions.remove_proposal(
            proposal_here(found, proposal_id), by=colleague, at=timezone.now()
        )  # fmt: skip
    except Refused as why:
        toast_problem(request, str(why))
    else:
        undo = reverse("workshops:restore", args=[public_id, proposal_id])
        toast(request, _("The proposal is taken off."), undo=undo)
    return redirect("workshops:room", public_id=public_id)


@require_POST
def restore(request: WorkRequest, public_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Put it back."""
    found = workshop_here(public_id)
    colleague = check_may_enter(request.colleague, found)
    try:
        actions.restore_proposal(
            proposal_here(found, proposal_id), by=colleague, at=timezone.now()
        )  # fmt: skip
    except Refused as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("It is there again."))
    return redirect("workshops:room", public_id=public_id)


@require_POST
def join_two(request: WorkRequest, public_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Put it together with another one."""
    colleague, found = check_may_lead(request.colleague), workshop_here(public_id)
    into = proposal_here(found, request.POST.get("into", ""))
    proposal = proposal_here(found, proposal_id)
    try:
        actions.join_proposals(proposal, into, by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    else:
        undo = reverse("workshops:part_two", args=[public_id, proposal_id])
        toast(request, _("The two stand as one now."), undo=undo)
    return redirect("workshops:room", public_id=public_id)


@require_POST
def part_two(request: WorkRequest, public_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Let it stand for itself again."""
    colleague, found = check_may_lead(request.colleague), workshop_here(public_id)
    proposal = proposal_here(found, proposal_id)
    try:
        actions.part_proposals(proposal, by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    return redirect("workshops:room", public_id=public_id)
