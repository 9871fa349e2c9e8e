"""Correct a summary, say that one has checked it, and take it away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.people.queries import WorkRequest
from samspil.summaries import actions
from samspil.summaries.access import check_may_summarise
from samspil.summaries.forms import CaseForm, PointForm, as_typed
from samspil.summaries.models import Sort, Summary
from samspil.summaries.queries import removed_at
from samspil.summaries.views.finding import find, find_point
from samspil.web.pages import page, toast, toast_problem
from samspil.work.queries import processes


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WorkRequest, public_id: UUID, point_id: UUID) -> HttpResponse:
    """Say a point in other words."""
    colleague = check_may_summarise(request.colleague)
    found = find(public_id, reader=colleague)
    point = find_point(found, point_id)
    form = PointForm(
        request.POST or None, initial=as_typed(point), of_action=point.sort == Sort.ACTION
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_point(point, wording=form.wording(), by=colleague, at=timezone.now())
        except actions.StaleSummary as why:
            form.add_error(None, str(why))
        else:
            return redirect("summaries:summary", public_id)
    status = 422 if request.method == "POST" else 200
    context = {"summary": found, "form": form, "point": point}
    return page(request, "summaries/change.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: WorkRequest, public_id: UUID, sort: str) -> HttpResponse:
    """Add what AI did not find."""
    colleague = check_may_summarise(request.colleague)
    found = find(public_id, reader=colleague)
    if sort not in actions.ADDED:
        raise Http404
    form = PointForm(request.POST or None, of_action=sort == Sort.ACTION)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_point(
                found, sort=Sort(sort), wording=form.wording(), by=colleague, at=timezone.now()
            )
        except actions.StaleSummary as why:
            form.add_error(None, str(why))
        else:
            return redirect("summaries:summary", public_id)
    status = 422 if request.method == "POST" else 200
    context = {"summary": found, "form": form, "point": None}
    return page(request, "summaries/change.html", context, status=status)


@require_POST
def drop(request: WorkRequest, public_id: UUID, point_id: UUID) -> HttpResponse:
    """Leave a point out; it can be brought back."""
    colleague = check_may_summarise(request.colleague)
    point = find_point(find(public_id, reader=colleague), point_id)
    actions.drop_point(point, by=colleague, at=timezone.now())
    undo = reverse("summaries:bring_back", args=[public_id, point_id])
    toast(request, _("The point is left out."), undo=undo)
    return redirect("summaries:summary", public_id)


@require_POST
def bring_back(request: WorkRequest, public_id: UUID, point_id: UUID) -> HttpResponse:
    """Undo leaving a point out."""
    colleague = check_may_summarise(request.colleague)
    point = find_point(find(public_id, reader=colleague), point_id)
    actions.bring_back_point(point, by=colleague, at=timezone.now())
    return redirect("summaries:summary", public_id)


@require_POST
def move_up(request: WorkRequest, public_id: UUID, point_id: UUID) -> HttpResponse:
    """Put a point before the one above it."""
    return _moved(request, public_id, point_id, up=True)


@require_POST
def move_down(request: WorkRequest, public_id: UUID, point_id: UUID) -> HttpResponse:
    """Put a point after the one below it."""
    return _moved(request, public_id, point_id, up=False)


def _moved(request: WorkRequest, public_id: UUID, point_id: UUID, *, up: bool) -> HttpResponse:
    colleague = check_may_summarise(request.colleague)
    point = find_point(find(public_id, reader=colleague), point_id)
    actions.move_point(point, up=up, by=colleague, at=timezone.now())
    return redirect(f"{reverse('summaries:summary', args=[public_id])}#{point_id}")


@require_POST
def open_case(request: WorkRequest, public_id: UUID, point_id: UUID) -> HttpResponse:
    """Make a case of an action, in the process chosen."""
    colleague = check_may_summarise(request.colleague)
    point = find_point(find(public_id, reader=colleague), point_id)
    form = CaseForm(request.POST, processes=processes())
    if not form.is_valid():
        toast_problem(request, _("Choose a process first."))
        return redirect("summaries:summary", public_id)
    process = form.processes[form.cleaned_data["process"]]
    try:
        actions.open_case(point, process=process, by=colleague, at=timezone.now())
    except actions.StaleSummary as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("The action is a case in %(process)s.") % {"process": process.name})
    return redirect("summaries:summary", public_id)


@require_POST
def approve(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that one has checked it."""
    colleague = check_may_summarise(request.colleague)
    found = find(public_id, reader=colleague)
    try:
        actions.approve_summary(found, by=colleague, at=timezone.now())
    except actions.StaleSummary as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("It says that you have checked it."))
    return redirect("summaries:summary", public_id)


@require_POST
def phrase(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Have a language model put it into other words, in the background."""
    colleague = check_may_summarise(request.colleague)
    found = find(public_id, reader=colleague)
    try:
        actions.order_phrasing(found, by=colleague, at=timezone.now())
    except (actions.RefusedSummary, actions.StaleSummary) as why:
        toast_problem(request, str(why))
        return redirect("summaries:summary", public_id)
    return redirect(f"{reverse('summaries:summary', args=[public_id])}?version=phrased")


@require_POST
def remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Show it no more; it can be brought back for a day."""
    colleague = check_may_summarise(request.colleague)
    found = find(public_id, reader=colleague)
    actions.remove_summary(found, by=colleague, at=timezone.now())
    undo = reverse("summaries:restore", args=[public_id])
    toast(request, _("The summary is removed, and deleted in a day."), undo=undo)
    return redirect("summaries:summaries")


@require_POST
def restore(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring a removed summary back."""
    colleague = check_may_summarise(request.colleague)
    try:
        found = removed_at(public_id, reader=colleague)
    except Summary.DoesNotExist:
        raise Http404 from None
    actions.restore_summary(found, by=colleague, at=timezone.now())
    toast(request, _("The summary is back."))
    return redirect("summaries:summary", public_id)
