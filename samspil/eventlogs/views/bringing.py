"""Bring a log in, say what its columns hold, take it away."""

from pathlib import PurePath
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.eventlogs import actions, queries
from samspil.eventlogs.access import check_may_bring
from samspil.eventlogs.forms import ChoicesForm, LogForm
from samspil.eventlogs.models import EventLog, State
from samspil.eventlogs.views.finding import find
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Choose a file; nothing of it is read but its first rows."""
    colleague = check_may_bring(request.colleague)
    form = LogForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["chosen"]
        name = PurePath(given.name or "").name
        try:
            made = actions.bring_log(name, given.read(), by=colleague, at=timezone.now())
        except actions.RefusedLog as why:
            form.add_error("chosen", str(why))
        else:
            return redirect("eventlogs:log", made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "eventlogs/new.html", {"form": form}, status=status)


@require_POST
def read(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Have it read as the form says."""
    colleague = check_may_bring(request.colleague)
    found = find(public_id)
    if found.state != State.WAITING:
        return redirect("eventlogs:log", public_id)
    preview = queries.kept_preview(found)
    form = ChoicesForm(request.POST, preview=preview, zone=queries.own_zone())
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.start_log(
                found, name=said["name"], choices=form.choices(), by=colleague, at=timezone.now()
            )
        except actions.RefusedLog as why:
            form.add_error(None, str(why))
        else:
            return redirect("eventlogs:log", public_id)
    context = {"log": found, "preview": preview, "form": form, "may_bring": True}
    return page(request, "eventlogs/log.html", context, status=422)


@require_POST
def remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Show it no more; it can be brought back for a day."""
    colleague = check_may_bring(request.colleague)
    actions.remove_log(find(public_id), by=colleague, at=timezone.now())
    undo = reverse("eventlogs:restore", args=[public_id])
    toast(request, _("The log is removed, and deleted in a day."), undo=undo)
    return redirect("eventlogs:logs")


@require_POST
def restore(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring a removed log back."""
    colleague = check_may_bring(request.colleague)
    try:
        found = queries.removed_at(public_id)
    except EventLog.DoesNotExist:
        raise Http404 from None
    actions.restore_log(found, by=colleague, at=timezone.now())
    toast(request, _("The log is back."))
    return redirect("eventlogs:log", public_id)
