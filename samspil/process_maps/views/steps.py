"""One step: said, linked, joined to others, moved, left out and put back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.core.process_maps.faults import Unfit
from samspil.people.queries import WorkRequest
from samspil.process_maps import actions, queries
from samspil.process_maps.access import check_may_draw, check_may_see, may_draw
from samspil.process_maps.actions import Refused, Spot, Stale
from samspil.process_maps.forms import PlaceForm, SpotForm, StepForm
from samspil.process_maps.models import Connection, Step
from samspil.process_maps.views.finding import (
    map_found,
    seen_in,
    step_found,
    undo_of,
    way_found,
)
from samspil.process_maps.views.showing import refuse, renew, step_page
from samspil.web.pages import page, toast, toast_problem


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Everything about a step; said otherwise by a form."""
    if request.method != "POST":
        colleague = check_may_see(request.colleague)
        return step_page(request, step_found(public_id), may=may_draw(colleague))
    colleague = check_may_draw(request.colleague)
    found = step_found(public_id)
    form = StepForm(request.POST, thing=found)
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            actions.change_step(found, form.wanted(), seen=seen, by=colleague, at=timezone.now())
        except (Refused, Unfit) as why:
            refuse(form, why)
        except Stale as why:
            renew(form, found, why)
        else:
            undo = undo_of("process_maps:step_take_back", public_id, seen=seen)
            toast(request, _("Kept."), undo=undo)
            return redirect("process_maps:step", public_id=public_id)
    return step_page(request, found, may=True, saying=form)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put one more step on a map."""
    colleague = check_may_draw(request.colleague)
    one = map_found(public_id)
    steps = queries.steps_on(one)
    between = _between(request, one.pk)
    initial = {
        "where": f"between:{between.public_id}" if between else request.GET.get("where", "end")
    }
    form = SpotForm(request.POST or None, initial=initial, steps=steps, between=between)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_step(
                one, form.wanted(), _spot(form.cleaned_data["where"], steps, between),
                by=colleague, at=timezone.now(),
            )  # fmt: skip
        except (Refused, Unfit) as why:
            refuse(form, why)
        else:
            undo = reverse("process_maps:leave_out", args=[made.public_id])
            toast(request, _("“%(step)s” is on the map.") % {"step": made.name}, undo=undo)
            return redirect("process_maps:map", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "process_maps/new_step.html", {"form": form, "one": one}, status=status)


@require_POST
def take_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say it again as it was said before."""
    colleague = check_may_draw(request.colleague)
    found, seen = step_found(public_id), seen_in(request)
    try:
        actions.take_back_step(found, seen=seen, by=colleague, at=timezone.now())
    except (Stale, Refused) as why:
        toast_problem(request, str(why))
    return redirect("process_maps:step", public_id=public_id)


@require_POST
def move(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put it at another place, counted from 1."""
    colleague = check_may_draw(request.colleague)
    found = step_found(public_id)
    form = PlaceForm(request.POST if "to" in request.POST else request.GET)
    if not form.is_valid():
        return step_page(request, found, may=True, placing=form)
    try:
        to = form.cleaned_data["to"] - 1
        stood = actions.move_step(found, to=to, by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    else:
        back = f"{reverse('process_maps:move', args=[public_id])}?to={stood + 1}"
        toast(request, _("“%(step)s” has changed places.") % {"step": found.name}, undo=back)
    return redirect("process_maps:step", public_id=public_id)


@require_POST
def leave_out(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave it out of the map."""
    colleague = check_may_draw(request.colleague)
    found = step_found(public_id)
    try:
        actions.leave_out(found, by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    else:
        undo = reverse("process_maps:put_back", args=[public_id])
        toast(request, _("“%(step)s” is left out.") % {"step": found.name}, undo=undo)
    return redirect("process_maps:map", public_id=found.map.public_id)


@require_POST
def put_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put it back."""
    colleague = check_may_draw(request.colleague)
    found = step_found(public_id)
    try:
        actions.put_back(found, by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    else:
        undo = reverse("process_maps:leave_out", args=[public_id])
        toast(request, _("“%(step)s” is on the map again.") % {"step": found.name}, undo=undo)
    return redirect("process_maps:map", public_id=found.map.public_id)


def _between(request: WorkRequest, map_key: int) -> Connection | None:
    """The way on which a new step is asked for; what is no such way is none."""
    asked = request.GET.get("between") or request.POST.get("where", "").partition("between:")[2]
    try:
        way = way_found(UUID(asked)) if asked else None
    except (ValueError, Http404):
        return None
    return way if way and way.map_id == map_key else None


def _spot(where: str, steps: list[Step], between: Connection | None) -> Spot:
    kind, _colon, key = where.partition(":")
    by_id = {str(one.public_id): one for one in steps}
    chosen: dict[str, Any] = {
        "after": {"after": by_id.get(key)},
        "before": {"before": by_id.get(key)},
        "between": {"between": between},
        "apart": {"apart": True},
    }
    return Spot(**chosen.get(kind, {}))
