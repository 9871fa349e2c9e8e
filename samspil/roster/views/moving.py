"""People and AI in one picture."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.roles import WORDS, Action, NotAllowed, may
from samspil.people.actions import LastOwner
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.people.queries.staff import person_at
from samspil.roster import actions, queries
from samspil.roster.forms import MoveForm
from samspil.roster.models import Reassignment
from samspil.web.pages import page, toast, toast_problem, uuid_of
from samspil.work.queries.wording import MODEL_WORDS

TOLD = (
    Action.DECIDE_CASES,
    Action.REASSIGN_CASES,
    Action.CHANGE_PROCESSES,
    Action.MANAGE_PEOPLE,
    Action.STOP_EVERYTHING,
    Action.SEE_JOURNAL,
)
"""The actions that make up a mandate in words."""


@require_safe
def roster(request: WorkRequest) -> HttpResponse:
    """Everybody: mandate, load, absence; quality for AI only."""
    check_may(request.colleague, Action.SEE_CASES)
    return _roster_page(request)


@require_POST
def reassign(request: WorkRequest) -> HttpResponse:
    """Move what waits for one team to another."""
    colleague = check_may(request.colleague, Action.REASSIGN_CASES)
    form = MoveForm(request.POST, teams=[load.team for load in queries.team_loads()])
    if not form.is_valid():
        return _roster_page(request, form=form, status=422)
    moved = actions.reassign(
        origin=form.team("origin"), target=form.team("target"), by=colleague, at=timezone.now()
    )
    n = len(moved.cases)
    said = ngettext("%(n)d case now waits for %(team)s.", "%(n)d cases now wait for %(team)s.", n)
    undo_at = reverse("roster:undo", args=[moved.public_id])
    toast(request, said % {"n": n, "team": moved.target.name}, undo=undo_at)
    return redirect("roster:roster")


@require_POST
def undo(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring back what was moved and still waits."""
    colleague = check_may(request.colleague, Action.REASSIGN_CASES)
    try:
        found = queries.reassignment_at(public_id)
    except Reassignment.DoesNotExist:
        raise Http404 from None
    n = actions.undo(found, by=colleague, at=timezone.now())
    said = ngettext("%(n)d case is back.", "%(n)d cases are back.", n)
    toast(request, said % {"n": n})
    return redirect("roster:roster")


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say what leaving ends, and end it."""
    colleague = check_may(request.colleague, Action.MANAGE_PEOPLE)
    try:
        found = person_at(public_id)
    except Colleague.DoesNotExist:
        raise Http404 from None
    if request.method != "POST" or found.left_at:
        context = {"person": found, "held": queries.held_cases(found)}
        return page(request, "roster/leave.html", context)
    try:
        n = actions.leave(found, by=colleague, at=timezone.now())
    except (LastOwner, NotAllowed) as why:
        toast_problem(request, str(why))
        return redirect("people:person", public_id=public_id)
    said = ngettext(
        "%(name)s has left; %(n)d case waits for its team again.",
        "%(name)s has left; %(n)d cases wait for their teams again.",
        n,
    )
    toast(request, said % {"name": found.name, "n": n})
    return redirect("people:people")


def _roster_page(
    request: WorkRequest, *, form: MoveForm | None = None, status: int = 200
) -> HttpResponse:
    now = timezone.now()
    words = request.GET.get("q", "")[:100].replace("\0", "")
    rows, after = queries.people_page(
        at=now, words=words, after=uuid_of(request.GET.get("after", ""))
    )
    loads = queries.team_loads()
    ai = queries.ai_colleagues(now=now, since=_start_of_yesterday(now))
    context = {
        "people": [(row, _mandate(row.row.colleague)) for row in rows],
        "ai": [(one, _ai_mandate(one)) for one in ai],
        "loads": loads,
        "words": words,
        "later": "?" + urlencode({"q": words, "after": str(after)}) if after else "",
        "days": queries.LATELY.days,
        "may_move": may_do(request.colleague, Action.REASSIGN_CASES) and len(loads) > 1,
        "may_manage": may_do(request.colleague, Action.MANAGE_PEOPLE),
        "form": form or MoveForm(teams=[load.team for load in loads]),
    }
    return page(request, "roster/roster.html", context, status=status)


def _mandate(colleague: Colleague) -> str:
    told = [_(WORDS[action]) for action in TOLD if may(colleague.role_set, action)]
    return "; ".join(told) or _("sees what waits and how work is shared")


def _ai_mandate(one: queries.AiColleague) -> list[tuple[str, str]]:
    return [
        (process.name, str(MODEL_WORDS[process.organisation_model][0])) for process in one.processes
    ]


def _start_of_yesterday(now: datetime) -> datetime:
    day = timezone.localtime(now).date() - timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_current_timezone())
