"""Who does what: the processes, one process, and STOP."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.ai_act.going_live import WORDS
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, may_do, teams
from samspil.uses.queries import standing_at
from samspil.web.pages import page, toast
from samspil.work import actions
from samspil.work.forms import LEVEL_LABELS, MODEL_WORDS, ProcessForm, StopForm
from samspil.work.models import Process
from samspil.work.queries import deserted, standing_stops, topic_name, topics_of, use_in
from samspil.work.queries.ladders import ladders
from samspil.work.queries.sharing import (
    LATELY,
    Share,
    last_version,
    levels_of,
    may_stop,
    overview,
    shares_since,
    stop_on,
)
from samspil.work.views.finding import find_process


@require_safe
def processes(request: WorkRequest) -> HttpResponse:
    """Every process: who does what, how it went lately, what is stopped."""
    colleague = check_may(request.colleague, Action.SEE_PROCESSES)
    rows = overview(now=timezone.now())
    context = {
        "rows": [(row, *MODEL_WORDS[row.process.organisation_model]) for row in rows],
        "days": LATELY.days,
        "everywhere": next((row.stop for row in rows if row.stop and not row.stop.process), None),
        "may_change": may_do(colleague, Action.CHANGE_PROCESSES),
    }
    return page(request, "work/processes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def process(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One process; whoever may change it finds a form."""
    colleague = check_may(request.colleague, Action.SEE_PROCESSES)
    found = find_process(public_id)
    if request.method != "POST":
        return _process_page(request, colleague, found)
    check_may(colleague, Action.CHANGE_PROCESSES)
    form = ProcessForm(request.POST, teams=teams(), senders=found.senders)
    if not form.is_valid():
        return _process_page(request, colleague, found, form=form, status=422)
    actions.change_process(
        found,
        organisation_model=form.cleaned_data["organisation_model"],
        first_response_minutes=form.cleaned_data["first_response_hours"],
        least_confidence=form.cleaned_data["least_percent"] / 100,
        complaint_minutes=form.cleaned_data["complaint_hours"],
        teams=form.teams(),
        by=colleague,
        at=timezone.now(),
    )
    toast(request, _("The process is changed. New cases follow it; running ones stay as they are."))
    return redirect("work:process", public_id=public_id)


@require_POST
def stop(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Stop AI in this process at once."""
    colleague = check_may(request.colleague, Action.STOP_PROCESSES)
    found = find_process(public_id)
    form = StopForm(request.POST)
    if not form.is_valid():
        return _process_page(request, colleague, found, stopping=form, status=422)
    actions.stop(found, why=form.cleaned_data["why"], by=colleague, at=timezone.now())
    undo = reverse("work:lift_stop", args=[public_id])
    toast(request, _("AI is stopped in %(name)s.") % {"name": found.name}, undo=undo)
    return redirect("work:process", public_id=public_id)


@require_POST
def lift_stop(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let AI work in this process again."""
    colleague = check_may(request.colleague, Action.STOP_PROCESSES)
    found = find_process(public_id)
    actions.lift_stop(found, by=colleague, at=timezone.now())
    undo = reverse("work:stop", args=[public_id])
    toast(request, _("AI works in %(name)s again.") % {"name": found.name}, undo=undo)
    return redirect("work:process", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def stop_everything(request: WorkRequest) -> HttpResponse:
    """Stop AI in every process at once, or see that it is stopped."""
    colleague = check_may(request.colleague, Action.STOP_EVERYTHING)
    form = StopForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.stop(None, why=form.cleaned_data["why"], by=colleague, at=timezone.now())
        undo = reverse("work:lift_stop_everything")
        toast(request, _("AI is stopped everywhere. People take every case."), undo=undo)
        return redirect("work:stop_everything")
    stops = standing_stops()
    context = {
        "form": form,
        "everywhere": next((one for one in stops if one.process is None), None),
        "elsewhere": [one for one in stops if one.process is not None],
    }
    return page(request, "work/stop.html", context, status=422 if form.errors else 200)


@require_POST
def lift_stop_everything(request: WorkRequest) -> HttpResponse:
    """Let AI work again wherever it is not stopped by itself."""
    colleague = check_may(request.colleague, Action.STOP_EVERYTHING)
    actions.lift_stop(None, by=colleague, at=timezone.now())
    undo = reverse("work:stop_everything")
    toast(request, _("AI may work again."), undo=undo)
    return redirect("work:stop_everything")


def _process_page(
    request: WorkRequest,
    colleague: Colleague,
    found: Process,
    *,
    form: ProcessForm | None = None,
    stopping: StopForm | None = None,
    status: int = 200,
) -> HttpResponse:
    levels = levels_of(found)
    changes = may_do(colleague, Action.CHANGE_PROCESSES)
    if form is None and changes:
        form = ProcessForm(initial=_as_it_is(found, levels), teams=teams(), senders=found.senders)
    label, meaning = MODEL_WORDS[found.organisation_model]
    use = standing_at(use_in(found), on=timezone.localdate())
    topics = sorted((topic_name(topic), topic.level) for topic in topics_of(found))
    context = {
        "process": found,
        "model_label": label,
        "model_meaning": meaning,
        "models": [(name, *words) for name, words in MODEL_WORDS.items()],
        "levels": levels,
        "form": form if changes else None,
        "stopping": stopping or StopForm(),
        "standing": stop_on(found, standing_stops()),
        "missing": [_(WORDS[need]) for need in use.gate.missing],
        "may_stop": may_stop(colleague, found),
        "share": shares_since(timezone.now() - LATELY, process=found).get(found.pk, Share()),
        "days": LATELY.days,
        "topics": topics,
        "version": last_version(found),
        "deserted": deserted(found),
        "answerable": use.answers,
        "hours": found.first_response_minutes / 60,
    }
    context["ladders"] = ladders(found)
    return page(request, "work/process.html", context, status=status)


def _as_it_is(found: Process, levels: list[Any]) -> dict[str, object]:
    taking = {str(level.level): str(level.team.public_id) for level in levels}
    return {
        "organisation_model": found.organisation_model,
        "first_response_hours": f"{found.first_response_minutes / 60:g}",
        "complaint_hours": f"{found.complaint_minutes / 60:g}",
        "least_percent": round(found.least_confidence * 100),
        **{f"team_{level}": taking.get(str(level), "") for level in LEVEL_LABELS},
    }
