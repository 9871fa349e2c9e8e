"""When the organisation is open, and when a single process is."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspil.adapters.calendars import holidays_of
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.tenancy.queries import current
from samspil.web.going import way_back
from samspil.web.pages import page, toast
from samspil.work import actions
from samspil.work.forms import HoursForm, ProcessHoursForm, as_typed
from samspil.work.models import Process, Timetable
from samspil.work.queries import processes, timetable_of
from samspil.work.views.finding import find_process

SHOWN = 6
"""How many of the coming holidays are named."""


@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: WorkRequest) -> HttpResponse:
    """The hours of everything that has none of its own."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    table = timetable_of(None)
    form = _form(HoursForm, request, table)
    if form.is_valid():
        _keep(form, None, colleague)
        toast(request, _("The opening hours are changed. Running cases keep their deadlines."))
        return redirect(way_back(request, reverse("settings:hours")))
    context = {
        "form": form,
        "table": table,
        "holidays": _coming(table),
        "processes": processes(),
    }
    return page(request, "work/hours.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def process_hours(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The hours of one process."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = find_process(public_id)
    table = timetable_of(found)
    form = _form(ProcessHoursForm, request, table)
    if form.is_valid():
        if form.cleaned_data["as_all"]:
            actions.drop_hours(found, by=colleague, at=timezone.now())
        else:
            _keep(form, found, colleague)
        toast(request, _("The opening hours are changed. Running cases keep their deadlines."))
        return redirect("work:process", public_id=public_id)
    context = {"form": form, "process": found, "holidays": _coming(table)}
    return page(request, "work/hours.html", context, status=422 if form.errors else 200)


def _form(kind: type[HoursForm], request: WorkRequest, table: Timetable | None) -> HoursForm:
    zone = current().time_zone
    own_zone = (table.zone if table else "") or zone
    if request.method == "POST":
        return kind(request.POST, own_zone=own_zone)
    usual = table or timetable_of(None)
    initial = as_typed(usual, zone=zone) | {"as_all": table is None}
    return kind(initial=initial, own_zone=own_zone)


def _keep(form: HoursForm, process: Process | None, colleague: Colleague) -> None:
    actions.set_hours(
        process,
        hours=form.hours(),
        country=form.cleaned_data["country"],
        state=form.cleaned_data["state"],
        zone=form.cleaned_data["zone"],
        by=colleague,
        at=timezone.now(),
    )


def _coming(table: Timetable | None) -> list[tuple[date, str]]:
    """The next holidays the timetable keeps."""
    if table is None or not table.country:
        return []
    today = timezone.localdate()
    language = (get_language() or "en")[:2]
    known = [
        one
        for year in (today.year, today.year + 1)
        for one in holidays_of(table.country, table.state, year=year, language=language)
    ]
    return [one for one in known if today <= one[0] < today + timedelta(days=366)][:SHOWN]
