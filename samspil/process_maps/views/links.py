"""What a step is elsewhere, and the ways out of it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.people.queries import WorkRequest
from samspil.process_maps import actions, queries
from samspil.process_maps.access import check_may_draw
from samspil.process_maps.actions import Refused, Stale
from samspil.process_maps.forms import LinkForm, ShareForm, WayForm, share_of
from samspil.process_maps.forms.steps import in_hundred_of
from samspil.process_maps.models import Connection
from samspil.process_maps.views.finding import step_found, undo_of, way_found
from samspil.process_maps.views.showing import JOINING, LINKING, refuse, renew, step_page
from samspil.web.pages import toast, toast_problem


@require_POST
def link(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that it is a live process, a task or an activity."""
    colleague = check_may_draw(request.colleague)
    found = step_found(public_id)
    form = LinkForm(request.POST, step=found, auto_id=LINKING)
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            actions.link_step(found, form.linked(), seen=seen, by=colleague, at=timezone.now())
        except Refused as why:
            refuse(form, why)
        except Stale as why:
            renew(form, found, why)
        else:
            undo = undo_of("process_maps:step_take_back", public_id, seen=seen)
            toast(request, _("Linked as you said."), undo=undo)
            return redirect("process_maps:step", public_id=public_id)
    return step_page(request, found, may=True, linking=form)


@require_POST
def make_task(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Make it a task of the matrix at one press."""
    colleague = check_may_draw(request.colleague)
    found = step_found(public_id)
    seen = found.version
    try:
        task, made = actions.make_task(found, seen=seen, by=colleague, at=timezone.now())
    except (Refused, Stale) as why:
        toast_problem(request, str(why))
    else:
        words = (
            _("“%(task)s” is a task of “Who does which task” now. Say there what it is like.")
            if made
            else _("“%(task)s” was a task already; the step is linked to it.")
        )
        undo = undo_of("process_maps:step_take_back", public_id, seen=seen)
        toast(request, words % {"task": task.title}, undo=undo)
    return redirect("process_maps:step", public_id=public_id)


@require_POST
def connect(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let cases go on from this step to another."""
    colleague = check_may_draw(request.colleague)
    found = step_found(public_id)
    steps = queries.steps_on(found.map)
    form = WayForm(request.POST, steps=steps, auto_id=JOINING)
    if form.is_valid():
        share = share_of(form.cleaned_data["share"])
        try:
            made = actions.connect(
                found, form.chosen(), share=share, by=colleague, at=timezone.now()
            )
        except Refused as why:
            refuse(form, why)
        else:
            undo = reverse("process_maps:part", args=[made.public_id])
            words = _("“%(first)s” goes on to “%(second)s” now.")
            said = {"first": found.name, "second": made.target.name}
            toast(request, words % said, undo=undo)
            return redirect("process_maps:step", public_id=public_id)
    return step_page(request, found, may=True, joining=form)


@require_POST
def share(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say how many go this way."""
    colleague = check_may_draw(request.colleague)
    way = way_found(public_id)
    form = ShareForm(
        request.POST if "share" in request.POST else request.GET,
        auto_id=f"way_{way.public_id.hex}_%s",
    )
    if form.is_valid():
        given = share_of(form.cleaned_data["share"])
        try:
            actions.change_share(way, given, by=colleague, at=timezone.now())
        except Refused as why:
            refuse(form, why)
        else:
            toast(request, _("Kept."), undo=_undo_share(way))
            return redirect("process_maps:step", public_id=way.source.public_id)
    return step_page(request, step_found(way.source.public_id), may=True, sharing=(way, form))


@require_POST
def part(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take a way away."""
    colleague = check_may_draw(request.colleague)
    way = way_found(public_id)
    actions.part(way, by=colleague, at=timezone.now())
    words = _("“%(first)s” no longer goes on to “%(second)s”.")
    said = {"first": way.source.name, "second": way.target.name}
    toast(request, words % said, undo=reverse("process_maps:rejoin", args=[public_id]))
    return redirect("process_maps:step", public_id=way.source.public_id)


@require_POST
def rejoin(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put a way back."""
    colleague = check_may_draw(request.colleague)
    way = way_found(public_id)
    try:
        actions.rejoin(way, by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    return redirect("process_maps:step", public_id=way.source.public_id)


def _undo_share(way: Connection) -> str:
    """The address that says again what was said before."""
    before = in_hundred_of(way.share)
    address = reverse("process_maps:share", args=[way.public_id])
    return f"{address}?share={'' if before is None else f'{before:g}'}"
