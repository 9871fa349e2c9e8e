"""What went wrong with AI or with data: the register, one incident, and reporting one."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.core.incidents import Duty
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.trust import actions
from samspil.trust.forms import CloseForm, JudgeForm, ReportForm, StepForm
from samspil.trust.models import Incident
from samspil.trust.queries import incident_words as words
from samspil.trust.queries import incidents as queries
from samspil.trust.queries.uses import things
from samspil.trust.views.incident_rows import rows, shown
from samspil.uses.queries import check_may_govern, may_govern
from samspil.web.pages import page, toast, toast_problem, whole_number
from samspil.work.queries.happened import names_in, sentence

MOST_SHOWN = 100
"""Incidents on the page; the file has them all."""


@require_safe
def incidents(request: WorkRequest) -> HttpResponse:
    """What is open, what the journal proposes, and what was closed."""
    check_may_govern(request.colleague)
    now = timezone.now()
    entries = queries.proposed(now=now)
    known = names_in(entries)
    places = {one.thing: one.name for one in things()} if entries else {}
    closed = queries.incidents().exclude(closed_at=None)[:MOST_SHOWN]
    context = {
        "open": [shown(one) for one in queries.open_incidents(now=now)],
        "proposed": [
            {"entry": one, "words": sentence(one, known), "place": places.get(one.subject, "")}
            for one in entries
        ],
        "closed": [shown(queries.standing_of(one, now=now)) for one in closed],
    }
    return page(request, "incidents/incidents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: WorkRequest) -> HttpResponse:
    """Say what went wrong."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    now = timezone.now()
    begun = {
        "noticed_at": timezone.localtime(now),
        "thing": request.GET.get("use", ""),
        "entry": whole_number(request.GET.get("entry", ""), digits=15),
    }
    form = ReportForm(request.POST or None, initial=begun, things=things())
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.report_incident(form.reported(), by=colleague, at=now)
        except actions.BadIncident as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It is reported. Those who answer for AI and data see it at once."))
            if may_govern(colleague):
                return redirect("incidents:incident", made.public_id)
            return redirect("today:today")
    context = {"form": form, "governs": may_govern(colleague)}
    return page(request, "incidents/report.html", context, status=422 if form.errors else 200)


@require_POST
def dismiss(request: WorkRequest) -> HttpResponse:
    """Say that what the journal proposes was no incident."""
    colleague = check_may_govern(request.colleague)
    entry = whole_number(request.POST.get("entry", ""), digits=15)
    if entry is None:
        raise Http404
    try:
        actions.dismiss(entry, by=colleague, at=timezone.now())
    except actions.BadIncident as why:
        toast_problem(request, str(why))
    return redirect("incidents:incidents")


@require_safe
def incident(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One incident: how grave it is, who has to be told, what was done."""
    check_may_govern(request.colleague)
    return _page(request, _find(public_id))


@require_POST
def judge(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say what it means for people."""
    colleague = check_may_govern(request.colleague)
    found, form = _find(public_id), JudgeForm(request.POST)
    if form.is_valid():
        try:
            actions.judge_incident(found, form.judged(), by=colleague, at=timezone.now())
        except actions.BadIncident as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It is judged. Below stands who has to be told by when."))
            return redirect("incidents:incident", public_id)
    return _page(request, found, judging=form)


@require_POST
def step(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say what was done, or who was told."""
    colleague = check_may_govern(request.colleague)
    found, form = _find(public_id), StepForm(request.POST, duties=Duty)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.note_step(
                found, duty=form.duty_of(), what=said["what"], when=said["when"], by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except actions.BadIncident as why:
            form.add_error(None, str(why))
        else:
            return redirect("incidents:incident", public_id)
    return _page(request, found, noting=form)


@require_POST
def close(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Close it with what was learned."""
    colleague = check_may_govern(request.colleague)
    found, form = _find(public_id), CloseForm(request.POST)
    if form.is_valid():
        learned = form.cleaned_data["learned"]
        try:
            actions.close_incident(found, learned=learned, by=colleague, at=timezone.now())
        except actions.BadIncident as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It is closed."))
            return redirect("incidents:incident", public_id)
    return _page(request, found, closing=form)


@require_safe
def export(request: WorkRequest, form: str) -> HttpResponse:
    """Every incident as CSV or as an Excel sheet."""
    check_may_govern(request.colleague)
    now = timezone.now()
    found = (queries.standing_of(one, now=now) for one in queries.incidents())
    return table_file(rows(found), name=f"incidents-{now:%Y-%m-%d}", form=form)


def _page(
    request: WorkRequest,
    found: Incident,
    *,
    judging: JudgeForm | None = None,
    noting: StepForm | None = None,
    closing: CloseForm | None = None,
) -> HttpResponse:
    now = timezone.now()
    now_is = queries.standing_of(found, now=now)
    bad = any(form is not None for form in (judging, noting, closing))
    initial = {name: getattr(found, name) for name in ("breach", "harms", "concerns", "number")}
    still = [one.owed.duty for one in now_is.tellings if one.told is None]
    context = {
        **shown(now_is),
        "breach": words.breach_words(found.facts.breach),
        "harms": [words.harm_words(one) for one in sorted(found.facts.harms)],
        "steps": sorted(found.steps.all(), key=lambda one: (one.when, one.pk)),
        "stops": queries.stops_around(found),
        "judging": judging or JudgeForm(initial=initial),
        "noting": noting or StepForm(initial={"when": timezone.localtime(now)}, duties=still),
        "closing": closing or CloseForm(),
    }
    return page(request, "incidents/incident.html", context, status=422 if bad else 200)


def _find(public_id: UUID) -> Incident:
    try:
        return queries.incident_at(public_id)
    except Incident.DoesNotExist:
        raise Http404 from None
