"""The chain from how often to so what, for one's table."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspil.core.workshops.estimating import Said, share_between
from samspil.core.workshops.faults import Unfit
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast
from samspil.workshops import actions, queries
from samspil.workshops.access import check_joined, check_may_enter
from samspil.workshops.actions import Refused
from samspil.workshops.forms import EstimateForm, tell
from samspil.workshops.models import Proposal, Seat
from samspil.workshops.views.finding import proposal_here, workshop_here
from samspil.workshops.views.words import reckoned

RECKONED = ("times", "minutes", "persons", "share_low", "share_high")
"""What the hours come from; the page asks anew while somebody types them."""


@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: WorkRequest, public_id: UUID, proposal_id: UUID) -> HttpResponse:
    """What the table says of a proposal together."""
    found = workshop_here(public_id)
    proposal, seat = proposal_here(found, proposal_id), check_joined(request.colleague, found)
    typed = request.POST or (request.GET if "times" in request.GET else None)
    form = EstimateForm(typed, initial=EstimateForm.of(_known(proposal, seat)))
    if request.method == "POST" and form.is_valid():
        colleague = check_may_enter(request.colleague, found)
        try:
            actions.estimate_proposal(proposal, form.said(), by=colleague)
        except (Refused, Unfit) as why:
            tell(form, why if isinstance(why, Refused) else in_words(why))
        else:
            toast(request, _("Your table has said so. It can be said otherwise until the vote."))
            return redirect("workshops:room", public_id=public_id)
    context = {
        "workshop": found,
        "proposal": proposal,
        "seat": seat,
        "form": form,
        "hours": _hours(form),
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "workshops/estimate.html", context, status=status)


def in_words(why: Unfit) -> Refused:
    """What does not fit, in the reader's language."""
    return Refused(_(why.words).format(**why.figures), why.field)


def _known(proposal: Proposal, seat: Seat) -> Said | None:
    standings = queries.room_of(proposal.workshop).standings
    known = [one.said.get(seat.table_id) for one in standings if one.proposal == proposal]
    return known[0] if known else None


def _hours(form: EstimateForm) -> str:
    """What comes out so far; empty while a number is missing."""
    said: Mapping[str, Any] = form.initial
    if form.is_bound:
        form.full_clean()
        said = form.cleaned_data
    if any(said.get(name) is None for name in RECKONED):
        return ""
    try:
        share = share_between(said["share_low"], said["share_high"])
        rest = {name: said[name] for name in RECKONED[:3]}
        return reckoned(Said(share=share, days=0, risk=1, **rest))
    except Unfit as why:
        return str(in_words(why))
