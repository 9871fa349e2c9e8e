"""Where the company stands: rounds, how far they are, and what they tell."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.people.queries import WorkRequest, day_of, teams
from samspil.readiness import actions, queries
from samspil.readiness.access import check_may_ask, check_may_see, may_ask
from samspil.readiness.actions import UnfitRound
from samspil.readiness.forms import DayForm, RoundForm
from samspil.readiness.queries import Picture
from samspil.readiness.views import words
from samspil.readiness.views.finding import round_here
from samspil.web.pages import page, toast, toast_problem

MOST = 50
USUAL_DAYS = 10


@require_safe
def overview(request: WorkRequest) -> HttpResponse:
    """The newest picture, what goes on, and the way to everything else."""
    colleague = check_may_see(request.colleague)
    now = timezone.now()
    newest = queries.pictures(most=1)
    version = queries.newest_version()
    context: dict[str, Any] = {
        "waits": queries.waits_for(colleague, at=now),
        "rounds": queries.rounds()[:MOST],
        "may_ask": may_ask(colleague),
        "version": version,
        "course": queries.course_of(version, today=day_of(now)) if version else None,
        "interviews": queries.interviews_for(colleague)[:MOST],
        **(shown(newest[0]) if newest else {}),
    }
    return page(request, "readiness/overview.html", context)


@require_safe
def asked(request: WorkRequest) -> HttpResponse:
    """The round that asks the reader, and the vision's look that waits, to be shown on Today."""
    colleague = check_may_see(request.colleague)
    now = timezone.now()
    version = queries.newest_version() if may_ask(colleague) else None
    course = queries.course_of(version, today=day_of(now)) if version else None
    context = {"waits": queries.waits_for(colleague, at=now), "course": course}
    return page(request, "readiness/asked.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_round(request: WorkRequest) -> HttpResponse:
    """Begin a round."""
    colleague = check_may_ask(request.colleague)
    first = {"closes": day_of(timezone.now()) + timedelta(days=USUAL_DAYS)}
    form = RoundForm(request.POST or None, teams=teams(), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_round(
                form.cleaned_data["name"], closes=form.cleaned_data["closes"],
                teams=form.teams_chosen(), by=colleague, at=timezone.now(),
            )  # fmt: skip
        except UnfitRound as why:
            form.add_error(why.field or None, str(why))
        else:
            return redirect("readiness:round", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "readiness/new_round.html", {"form": form}, status=status)


@require_safe
def one_round(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """How far a round is, or what came of it."""
    colleague = check_may_see(request.colleague)
    found = round_here(public_id)
    now = timezone.now()
    context: dict[str, Any] = {
        "round": found,
        "may_ask": may_ask(colleague),
        "open": queries.is_open(found, at=now),
    }
    if found.settled_at is None:
        asks = context["open"] and queries.asks(found, colleague)
        context |= {
            "far": queries.progress_of(found),
            "asks": asks,
            "form": DayForm(initial={"closes": found.closes}),
        }
    elif found.people:
        context |= shown(queries.picture_of(found))
    return page(request, "readiness/round.html", context)


@require_POST
def close(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """End a round now, count, and delete the answers."""
    colleague = check_may_ask(request.colleague)
    if actions.close_round(round_here(public_id), by=colleague, at=timezone.now()):
        toast(request, _("The round is over: it is counted, and its answers are deleted."))
    else:
        toast_problem(request, _("This round was over before."))
    return redirect("readiness:round", public_id=public_id)


@require_POST
def day(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let a round go on until another day."""
    colleague = check_may_ask(request.colleague)
    form = DayForm(request.POST)
    found = round_here(public_id)
    if not form.is_valid():
        toast_problem(request, _("Choose a day."))
        return redirect("readiness:round", public_id=public_id)
    try:
        actions.change_last_day(
            found, form.cleaned_data["closes"], by=colleague, at=timezone.now()
        )  # fmt: skip
    except UnfitRound as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("The round ends on another day now."))
    return redirect("readiness:round", public_id=public_id)


@require_POST
def invite(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Have letters written to everybody a round asks."""
    colleague = check_may_ask(request.colleague)
    try:
        invited = actions.invite(round_here(public_id), by=colleague, at=timezone.now())
    except UnfitRound as why:
        toast_problem(request, str(why))
        return redirect("readiness:round", public_id=public_id)
    toast(
        request,
        _("Letters are on their way; a reminder follows three days before the last day.")
        if invited
        else _("They were invited before."),
    )
    return redirect("readiness:round", public_id=public_id)


@require_safe
def figures_file(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """What a round tells, as CSV or Excel."""
    check_may_see(request.colleague)
    found = round_here(public_id)
    rows = queries.figure_rows(queries.picture_of(found))
    return table_file(rows, name=f"readiness-{found.closes:%Y-%m-%d}", form=form)


def shown(picture: Picture) -> dict[str, Any]:
    """A round that tells something, as pages show it."""
    return {
        "told": picture.round,
        "title": words.title_of(picture),
        "chart": words.areas_chart(picture),
        "groups": words.groups_chart(picture),
        "rows": words.rows_of(picture),
        "stands_out": words.next_steps(picture),
    }
