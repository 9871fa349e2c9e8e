"""Maps: the list, one of them, begun, said otherwise, taken off the list, taken along."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.people.queries import WorkRequest
from samspil.process_maps import actions, queries
from samspil.process_maps.access import check_may_draw, check_may_see, may_draw
from samspil.process_maps.actions import Refused, Stale
from samspil.process_maps.forms import FIRST, BeginForm, MapForm, PlanForm
from samspil.process_maps.models import ProcessMap
from samspil.process_maps.queries import Show
from samspil.process_maps.views.finding import gone_found, map_found, seen_in, undo_of
from samspil.process_maps.views.showing import seen_again
from samspil.process_maps.views.words import (
    SHOWN,
    findings_words,
    lead_words,
    row_words,
    totals_words,
)
from samspil.web.pages import page, toast, toast_problem, whole_number


@require_safe
def maps(request: WorkRequest) -> HttpResponse:
    """All maps with their plans, the newest first."""
    colleague = check_may_see(request.colleague)
    rows, later = queries.map_page(before=whole_number(request.GET.get("before", ""), digits=18))
    context = {
        "rows": [(one, queries.owner_of(one), list(one.plans.all())) for one in rows],
        "later": f"?before={later}" if later else "",
        "may": may_draw(colleague),
    }
    return page(request, "process_maps/maps.html", context)


@require_safe
def one_map(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """A map: its picture, what it comes to, its steps, and what was changed."""
    colleague = check_may_see(request.colleague)
    return map_page(request, map_found(public_id), may=may_draw(colleague))


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Begin a map from an outline, a log, or one's own steps."""
    colleague = check_may_draw(request.colleague)
    form = BeginForm(request.POST or None, initial={"begin": request.GET.get("begin", FIRST)})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.begin_map(
                given["name"], given["draft"], log=given["log"], by=colleague, at=timezone.now()
            )
        except Refused as why:
            form.add_error("name", str(why))
        else:
            toast(request, _("The map is begun."), undo=_gone(made))
            return redirect("process_maps:map", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "process_maps/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Call it otherwise, or give it to somebody else."""
    colleague = check_may_draw(request.colleague)
    found = map_found(public_id)
    form = MapForm(request.POST or None, initial=MapForm.of(found), thing=found)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.change_map(
                found, given["name"], owner=form.given_owner(), seen=given["seen"], by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except Refused as why:
            form.add_error(why.field if why.field in form.fields else None, str(why))
        except Stale as why:
            form.add_error(
                None, f"{why} {_('It is called “%(name)s” now.') % {'name': found.name}}"
            )
            seen_again(form, found.version)
        else:
            undo = undo_of("process_maps:take_back", public_id, seen=given["seen"])
            toast(request, _("Kept."), undo=undo)
            return redirect("process_maps:map", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "process_maps/change.html", {"form": form, "one": found}, status=status)


@require_POST
def take_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Call it again as it was called before."""
    colleague = check_may_draw(request.colleague)
    found, seen = map_found(public_id), seen_in(request)
    try:
        actions.take_back_map(found, seen=seen, by=colleague, at=timezone.now())
    except (Stale, Refused) as why:
        toast_problem(request, str(why))
    return redirect("process_maps:map", public_id=public_id)


@require_POST
def plan(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Copy it, to say how it shall be."""
    colleague = check_may_draw(request.colleague)
    found = map_found(public_id)
    form = PlanForm(request.POST)
    if not form.is_valid():
        return map_page(request, found, may=True, plan=form)
    made = actions.plan_map(found, form.cleaned_data["name"], by=colleague, at=timezone.now())
    toast(request, _("This is the plan. Say here how it shall be."), undo=_gone(made))
    return redirect("process_maps:map", public_id=made.public_id)


@require_POST
def remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take it off the list."""
    colleague = check_may_draw(request.colleague)
    found = gone_found(public_id)
    actions.remove_map(found, by=colleague, at=timezone.now())
    words = _("“%(name)s” is off the list.") % {"name": found.name}
    toast(request, words, undo=reverse("process_maps:restore", args=[public_id]))
    return redirect("process_maps:maps")


@require_POST
def restore(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put it back."""
    colleague = check_may_draw(request.colleague)
    actions.restore_map(gone_found(public_id), by=colleague, at=timezone.now())
    return redirect("process_maps:map", public_id=public_id)


@require_safe
def file(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """Every step with its figures, as CSV or Excel."""
    check_may_see(request.colleague)
    now = timezone.now()
    found = queries.charted(map_found(public_id), now=now)
    return table_file(queries.map_rows(found), name=f"map-{now:%Y-%m-%d}", form=form)


def map_page(
    request: WorkRequest, one: ProcessMap, *, may: bool, plan: PlanForm | None = None
) -> HttpResponse:
    """The page about it; with a form that did not fit, if there is one."""
    found = queries.charted(one, now=timezone.now())
    asked = request.GET.get("show", "")
    show = Show(asked) if asked in set(Show) else Show.ALL
    picture = queries.picture_of(found, show=show)
    named = {"name": _("%(map)s: as it shall be") % {"map": one.name}}
    context: dict[str, Any] = {
        "one": one,
        "owner": queries.owner_of(one),
        "lead": lead_words(found),
        "found": found,
        "rows": [row_words(row) for row in found.rows],
        "totals": totals_words(found),
        "findings": findings_words(found),
        "picture": picture,
        "shows": [(key.value, words, key is show) for key, words in SHOWN.items()],
        "plans": [each for each in one.plans.all() if each.removed_at is None],
        "changes": queries.changes(one),
        "may": may,
        "planning": plan or PlanForm(initial=named),
    }
    return page(request, "process_maps/map.html", context, status=422 if plan else 200)


def _gone(made: ProcessMap) -> str:
    return reverse("process_maps:remove", args=[made.public_id])
