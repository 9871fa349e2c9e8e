"""What may not be deleted: put a hold, look at it again, let go."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.core.retention.holds import HoldOn
from samspil.governance import actions
from samspil.governance.models import Hold
from samspil.governance.queries import check_may_keep_time, ended_holds, hold_at, standing_holds
from samspil.people.queries import WorkRequest, day_of
from samspil.trust.forms import EndHoldForm, HoldForm, ReviewForm
from samspil.trust.queries.retention_words import HOLD_ON, held_words
from samspil.web.pages import page, toast

ENDED = 50
"""Holds that ended, on the page."""


@require_http_methods(["GET", "HEAD", "POST"])
def holds(request: WorkRequest) -> HttpResponse:
    """Every hold; put another."""
    colleague = check_may_keep_time(request.colleague)
    form = HoldForm(request.POST or None, initial={"on": HoldOn.PERSON})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.put_hold(
                HoldOn(given["on"]), given["value"], why=given["why"],
                review_on=given["review_on"], by=colleague, at=timezone.now(),
            )  # fmt: skip
        except actions.BadHold as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It is held. Nothing deletes it before somebody lets go."))
            return redirect("retention:holds")
    standing, ended = standing_holds(), ended_holds(most=ENDED)
    names = held_words([*standing, *ended])
    today = day_of(timezone.now())
    context = {
        "form": form,
        "standing": [
            {"hold": one, "name": names[one.pk], "late": one.review_on <= today} for one in standing
        ],
        "ended": [{"hold": one, "name": names[one.pk]} for one in ended],
    }
    return page(request, "retention/holds.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One hold: why it is, and whether it is still needed."""
    colleague = check_may_keep_time(request.colleague)
    found = _find(public_id)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["review_on"]
        try:
            actions.look_again(found, review_on=day, by=colleague, at=timezone.now())
        except actions.BadHold as why:
            form.add_error("review_on", str(why))
        else:
            toast(request, _("It stays held until then, and beyond it until somebody lets go."))
            return redirect("retention:holds")
    return _hold_page(request, found, reviewing=form, ending=EndHoldForm())


@require_POST
def end(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let go."""
    colleague = check_may_keep_time(request.colleague)
    found = _find(public_id)
    form = EndHoldForm(request.POST)
    if form.is_valid():
        why = form.cleaned_data["why"]
        actions.end_hold(found, why=why, by=colleague, at=timezone.now())
        toast(request, _("It is held no more: what is over goes in the coming night."))
        return redirect("retention:holds")
    return _hold_page(request, found, reviewing=ReviewForm(), ending=form)


def _hold_page(
    request: WorkRequest, found: Hold, *, reviewing: ReviewForm, ending: EndHoldForm
) -> HttpResponse:
    context = {
        "hold": found,
        "name": held_words([found])[found.pk],
        "on": HOLD_ON[HoldOn(found.on)],
        "reviewing": reviewing,
        "ending": ending,
    }
    wrong = reviewing.errors or ending.errors
    return page(request, "retention/hold.html", context, status=422 if wrong else 200)


def _find(public_id: UUID) -> Hold:
    try:
        return hold_at(public_id)
    except Hold.DoesNotExist:
        raise Http404 from None
