"""All parallel runs, and one: how it draws, how far it is, what it shows."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samspil.adapters.tables import table_file
from samspil.core.parallel_runs.people import Part
from samspil.parallel_runs import actions, queries
from samspil.parallel_runs.access import check_may_run, check_may_see, may_run
from samspil.parallel_runs.actions import CannotRun
from samspil.parallel_runs.forms import PeopleForm, RunForm, first_choice
from samspil.parallel_runs.models import ParallelRun
from samspil.parallel_runs.views import words
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast
from samspil.work.models import Process
from samspil.work.queries import process_at


@require_safe
def overview(request: WorkRequest) -> HttpResponse:
    """Every run, newest first, and what waits for the reader."""
    colleague = check_may_see(request.colleague)
    runs = queries.all_runs()
    progress = queries.progress_of(runs)
    context = {
        "rows": [(one, words.state_of(one), progress[one.pk]) for one in runs],
        "waiting": queries.waiting_for(colleague),
        "may_run": may_run(colleague),
    }
    return page(request, "parallel_runs/runs.html", context)


@require_safe
def due(request: WorkRequest) -> HttpResponse:
    """What waits for the reader in parallel runs, to be shown on Today."""
    colleague = check_may_see(request.colleague)
    context = {"waiting": queries.waiting_for(colleague)}
    return page(request, "parallel_runs/due.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Start one."""
    colleague = check_may_run(request.colleague)
    beginning = first_choice(_asked_for(request), [])
    form = RunForm(request.POST or None, initial=beginning)
    if request.method == "POST" and form.is_valid():
        process, terms = form.cleaned_data["process"], form.cleaned_data["terms"]
        try:
            made = actions.start_run(process, terms, by=colleague, at=timezone.now())
        except CannotRun as why:
            form.add_error(None, str(why))
        else:
            toast(
                request,
                _("The parallel run has begun: from the next case on lots draw."),
                undo=reverse("parallel_runs:take_back", args=[made.public_id]),
            )
            return redirect("parallel_runs:run", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "parallel_runs/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def name_people(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Name other people."""
    found = found_at(public_id)
    colleague = check_may_run(request.colleague)
    now = {
        name: [str(one.public_id) for one in queries.named(found, part)]
        for name, part in (("new", Part.NEW), ("settles", Part.SETTLES))
    }
    form = PeopleForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.name_people(
                found, new=said["new"], settles=said["settles"], by=colleague, at=timezone.now()
            )
        except CannotRun as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Kept."))
            return redirect("parallel_runs:run", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "run": found}
    return page(request, "parallel_runs/people.html", context, status=status)


@require_safe
def run(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Everything about one."""
    colleague = check_may_see(request.colleague)
    found = found_at(public_id)
    progress = queries.progress_of([found])[found.pk]
    waiting = [one for one in queries.waiting_for(colleague) if one.run.pk == found.pk]
    context = {
        "run": found,
        "state": words.state_of(found),
        "why": words.why_of(found),
        "progress": progress,
        "waits": words.waits_of(progress),
        "out": words.out_of(progress.out),
        "share": round(100 * found.share),
        "new_people": queries.named(found, Part.NEW),
        "settlers": queries.named(found, Part.SETTLES),
        "waiting": waiting[0] if waiting else None,
        "may_run": may_run(colleague) and found.over_at is None,
        **_shown(found),
    }
    return page(request, "parallel_runs/run.html", context)


def _shown(found: ParallelRun) -> dict[str, object]:
    """What it shows, in words and as a picture."""
    result = queries.results_of(found)
    minutes, errors = result.minutes, result.errors
    return {
        "result": result,
        "agreed": words.agreed_words(result),
        "missing": words.missing_words(result),
        "minutes_title": words.OF_MINUTES[minutes.finding] if minutes else "",
        "minutes_note": words.minutes_note(result),
        "chart": words.differences(result),
        "errors_title": words.OF_ERRORS[errors.finding] if errors else "",
        "error_rows": words.error_rows(result),
        "gain": words.gain_words(result),
    }


@require_safe
def results_file(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """What it shows, as CSV or Excel."""
    check_may_see(request.colleague)
    found = found_at(public_id)
    rows = iter(words.table_of(queries.results_of(found)))
    return table_file(rows, name=f"parallel-run-{found.began_at:%Y-%m-%d}", form=form)


def found_at(public_id: UUID) -> ParallelRun:
    """The run of this address; raises `Http404`."""
    try:
        return queries.run_at(public_id)
    except ParallelRun.DoesNotExist:
        raise Http404 from None


def _asked_for(request: WorkRequest) -> Process | None:
    """The process that the address asks for, if there is one."""
    try:
        return process_at(UUID(request.GET.get("process", "")))
    except (ValueError, Process.DoesNotExist):
        return None
