"""Rounds: which there are, how far they are, and what came of them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.audit import actions, queries
from samspil.audit.access import check_may_ask, check_may_see, may_ask
from samspil.audit.forms import RoundForm
from samspil.audit.models import Figures
from samspil.audit.queries import TaskFigures
from samspil.audit.views.showing import audit_here
from samspil.people.queries import WorkRequest, day_of, teams
from samspil.web import charts
from samspil.web.pages import page, toast, toast_problem

MOST, CHARTED = 100, 12
USUAL_DAYS = 14
HEAD = (
    "task", "team", "people", "hours_a_week", "times_a_week", "minutes", "error_share",
    "frustration", "wish", "wishes", "durations", "hours_between_systems", "systems",
)  # fmt: skip


@require_safe
def rounds(request: WorkRequest) -> HttpResponse:
    """The rounds that ask the reader, and all others."""
    colleague = check_may_see(request.colleague)
    asked = queries.rounds_for(colleague, at=timezone.now())
    context = {
        "asked": asked,
        "rounds": queries.audits()[:MOST],
        "may_ask": may_ask(colleague),
    }
    return page(request, "audit/rounds.html", context)


@require_safe
def asked(request: WorkRequest) -> HttpResponse:
    """The rounds that ask the reader, to be shown on Today."""
    colleague = check_may_see(request.colleague)
    return page(
        request, "audit/asked.html", {"asked": queries.open_for(colleague, at=timezone.now())}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Begin a round."""
    colleague = check_may_ask(request.colleague)
    today = day_of(timezone.now())
    closes = today + timedelta(days=USUAL_DAYS)
    first = {"name": date_format(today, "F Y").capitalize(), "opens": today, "closes": closes}
    form = RoundForm(request.POST or None, teams=teams(), initial=first)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.open_audit(
                said["name"], opens=said["opens"], closes=said["closes"],
                teams=form.teams_chosen(), by=colleague, at=timezone.now(),
            )  # fmt: skip
        except actions.UnfitRound as why:
            form.add_error(None, str(why))
        else:
            return redirect("audit:round", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "audit/new.html", {"form": form}, status=status)


@require_safe
def one(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """How far a round is, or what came of it."""
    colleague = check_may_see(request.colleague)
    audit = audit_here(public_id)
    context: dict[str, Any] = {
        "audit": audit,
        "open": queries.is_open(audit, at=timezone.now()),
        "may_ask": may_ask(colleague),
    }
    if audit.settled_at is None:
        context |= {"far": queries.progress_of(audit), "tables": queries.bringings_of(audit)}
        return page(request, "audit/round.html", context)
    found = queries.figures_of(audit)
    context |= {
        "found": found,
        "rest": queries.other_tasks(audit),
        "chart": _chart(found),
        "title": _title(found),
        "stands_out": queries.stands_out(found),
        "teams": queries.teams_told(audit, reader=colleague),
    }
    return page(request, "audit/round.html", context)


@require_POST
def close(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """End a round now, and count."""
    colleague = check_may_ask(request.colleague)
    if actions.close_audit(audit_here(public_id), by=colleague, at=timezone.now()):
        toast(request, _("The round is over, and its figures are counted."))
    else:
        toast_problem(request, _("This round was over before."))
    return redirect("audit:round", public_id=public_id)


@require_POST
def invite(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Have letters written to everybody a round asks."""
    colleague = check_may_ask(request.colleague)
    try:
        invited = actions.invite(audit_here(public_id), by=colleague, at=timezone.now())
    except actions.UnfitRound as why:
        toast_problem(request, str(why))
        return redirect("audit:round", public_id=public_id)
    toast(
        request,
        _("Letters are on their way; a reminder follows three days before the last day.")
        if invited
        else _("They were invited before."),
    )
    return redirect("audit:round", public_id=public_id)


@require_safe
def figures_file(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """What a round tells, as CSV or Excel."""
    check_may_see(request.colleague)
    audit = audit_here(public_id)
    rows = [HEAD, *_lines(queries.figures_of(audit))]
    return table_file(rows, name=f"tasks-{audit.closes:%Y-%m-%d}", form=form)


def _chart(found: list[TaskFigures]) -> charts.Chart:
    points = [
        charts.Point(label=row.task.title, value=row.everybody.hours, n=row.everybody.people)
        for row in found[:CHARTED]
        if row.everybody
    ]
    return charts.bars(points, head=(_("Task"), _("Hours a week")))


def _title(found: list[TaskFigures]) -> str:
    if not found:
        return _("Nothing may be told of this round")
    return _("“%(task)s” takes most time") % {"task": found[0].task.title}


def _lines(found: list[TaskFigures]) -> Iterator[tuple[str, ...]]:
    for row in found:
        if row.everybody:
            yield line_of(row.task.title, "", row.everybody)
        for team, figures in row.teams:
            yield line_of(row.task.title, team.name, figures)


def line_of(task: str, team: str, told: Figures) -> tuple[str, ...]:
    """Figures as a row of a file, below `HEAD`."""
    figures = (
        told.people, told.hours, told.times, told.minutes, told.error_share, told.frustration,
        told.wish,
    )  # fmt: skip
    return (
        task, team, *("" if one is None else str(one) for one in figures), told.wishes,
        told.durations, "" if told.between_hours is None else str(told.between_hours),
        ", ".join(told.systems),
    )  # fmt: skip
