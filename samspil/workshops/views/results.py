"""What comes of the room: another order, tasks and initiatives."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samspil.people.queries import WorkRequest
from samspil.web.pages import toast, toast_problem
from samspil.workshops import actions
from samspil.workshops.access import check_may_lead
from samspil.workshops.actions import Refused
from samspil.workshops.forms import PlaceForm
from samspil.workshops.models import Landing
from samspil.workshops.views.finding import move_here, proposal_here, workshop_here


@require_POST
def move(request: WorkRequest, public_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Put it to another place, for a reason."""
    colleague, found = check_may_lead(request.colleague), workshop_here(public_id)
    proposal, form = proposal_here(found, proposal_id), PlaceForm(request.POST)
    try:
        if not form.is_valid():
            raise Refused(_("Say which place."))
        made = actions.move_to_place(
            proposal, form.cleaned_data["place"], why=form.cleaned_data["why"], by=colleague,
            at=timezone.now(),
        )  # fmt: skip
    except Refused as why:
        toast_problem(request, str(why))
    else:
        undo = reverse("workshops:undo", args=[public_id, made.public_id])
        toast(request, _("It stands there now, and the room reads why."), undo=undo)
    return redirect("workshops:room", public_id=public_id)


@require_POST
def undo(request: WorkRequest, public_id: UUID, move_id: UUID) -> HttpResponse:
    """Take a move back."""
    colleague, found = check_may_lead(request.colleague), workshop_here(public_id)
    try:
        actions.undo_move(move_here(found, move_id), by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    return redirect("workshops:room", public_id=public_id)


@require_POST
def land(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Make tasks and initiatives of what is chosen."""
    colleague, found = check_may_lead(request.colleague), workshop_here(public_id)
    chosen = [proposal_here(found, one) for one in request.POST.getlist("proposal")]
    try:
        made = actions.land(found, chosen, by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    else:
        said = ngettext(
            "%(n)d proposal is a task and an initiative now.",
            "%(n)d proposals are tasks and initiatives now.",
            len(made),
        )
        toast(request, said % {"n": len(made)} if made else _("They have landed before."))
    return redirect("workshops:room", public_id=public_id)


@require_POST
def take_off(request: WorkRequest, public_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Take a task and an initiative back."""
    colleague, found = check_may_lead(request.colleague), workshop_here(public_id)
    landing = Landing.objects.filter(proposal=proposal_here(found, proposal_id)).first()
    if landing is None:
        raise Http404
    try:
        actions.take_off(landing, by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("The task and the initiative are taken back."))
    return redirect("workshops:room", public_id=public_id)
