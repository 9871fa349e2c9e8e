"""Spreading one's points."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samspil.people.queries import WorkRequest
from samspil.web.pages import toast, whole_number
from samspil.workshops import actions, queries
from samspil.workshops.access import check_joined, check_may_enter
from samspil.workshops.actions import Refused
from samspil.workshops.views.finding import workshop_here
from samspil.workshops.views.room import show

NOT_A_NUMBER = -1


@require_POST
def vote(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put one's points; they can be put otherwise until the vote is closed."""
    found = workshop_here(public_id)
    colleague = check_may_enter(request.colleague, found)
    check_joined(colleague, found)
    typed = {
        one.pk: request.POST.get(f"points-{one.public_id}", "").strip()
        for one in queries.open_proposals(found)
    }
    points = {pk: _number(said) for pk, said in typed.items()}
    try:
        spread = actions.vote(found, points, by=colleague)
    except Refused as why:
        return show(request, found, points=typed, wrong=str(why), status=422)
    if spread:
        said = ngettext(
            "Kept: you have spread %(n)d point. You can change it until the vote is closed.",
            "Kept: you have spread %(n)d points. You can change it until the vote is closed.",
            spread,
        )
        toast(request, said % {"n": spread})
    else:
        toast(request, _("You have given no points, so you do not vote."))
    return redirect("workshops:room", public_id=public_id)


def _number(said: str) -> int:
    """A whole number; nothing typed is 0, and what is none cannot be given."""
    found = whole_number(said, digits=3) if said else 0
    return NOT_A_NUMBER if found is None else found
