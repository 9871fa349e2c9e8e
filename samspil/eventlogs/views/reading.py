"""Event logs as a list, and what one shows."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.adapters.tables import table_file
from samspil.core.eventlogs.choosing import ALL_SHOWN, LEAST_SHOWN, USUAL_SHOWN
from samspil.core.eventlogs.facts import in_opening_hours
from samspil.eventlogs import queries
from samspil.eventlogs.access import check_may_see, may_bring
from samspil.eventlogs.forms import ChoicesForm
from samspil.eventlogs.models import EventLog, State
from samspil.eventlogs.views.finding import find
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, whole_number
from samspil.web.words import in_hundred, lasting, worked

OPEN = "open"
"""What an address says where times are counted in opening hours."""


@require_safe
def logs(request: WorkRequest) -> HttpResponse:
    """All that were brought in, the newest first."""
    colleague = check_may_see(request.colleague)
    rows, later = queries.log_page(before=whole_number(request.GET.get("before", "")))
    context = {
        "rows": [{"log": one, "trouble": queries.trouble_of(one)} for one in rows],
        "reading": any(one.state == State.READING for one in rows),
        "later": f"?before={later}" if later else "",
        "may_bring": may_bring(colleague),
    }
    return page(request, "eventlogs/logs.html", context)


@require_safe
def log(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What one shows; before that its first rows, how far it is, or why it could not be read."""
    colleague = check_may_see(request.colleague)
    found = find(public_id)
    context: dict[str, Any] = {"log": found, "may_bring": may_bring(colleague)}
    if found.state == State.MADE:
        percent = whole_number(request.GET.get("paths", "")) or USUAL_SHOWN
        context |= _shown(
            found, percent=min(max(percent, LEAST_SHOWN), ALL_SHOWN),
            opened=request.GET.get("clock") == OPEN,
        )  # fmt: skip
    elif found.state == State.WAITING and context["may_bring"]:
        preview = queries.kept_preview(found)
        context["preview"] = preview
        context["form"] = ChoicesForm(
            initial={"name": found.name}, preview=preview, zone=queries.own_zone()
        )
    context["trouble"] = queries.trouble_of(found)
    context["percent_read"] = round(found.share * 100)
    return page(request, "eventlogs/log.html", context)


@require_safe
def save(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """Every figure, as CSV or Excel."""
    check_may_see(request.colleague)
    found = find(public_id)
    if form not in ("csv", "xlsx") or found.state != State.MADE:
        raise Http404
    rows = queries.rows_of(queries.facts_in(found))
    return table_file(rows, name=f"log-{found.public_id}", form=form)


def _shown(log: EventLog, *, percent: int, opened: bool) -> dict[str, Any]:
    elapsed = queries.facts_in(log)
    opened = opened and bool(elapsed.opening)
    facts, say = (in_opening_hours(elapsed), worked) if opened else (elapsed, lasting)
    live = queries.live_steps(log, now=timezone.now())
    waited = sum(one.waited for one in facts.steps) or 1.0
    steps = [
        {
            "step": one,
            "wait": say(one.wait.median) if one.wait else "–",
            "most": say(one.wait.most) if one.wait else "–",
            "waited": in_hundred(min(1.0, one.waited / waited)),
            "live": live.get(one.name),
        }
        for one in sorted(facts.steps, key=lambda one: (one.place, one.name))
    ]
    return {
        "facts": facts,
        "live": live,
        "map": queries.map_of(facts, percent=percent, live=live, say=say),
        "percent": percent,
        "least": LEAST_SHOWN,
        "opened": opened,
        "opening": queries.opening_words(facts.opening),
        "title": queries.finding(facts, say=say),
        "time": {"median": say(facts.time.median), "most": say(facts.time.most)},
        "again": in_hundred(facts.same_again / facts.cases),
        "handed": None if facts.handed is None else in_hundred(facts.handed / (facts.known or 1)),
        "steps": steps,
        "variants": queries.variants_in(facts, say=say),
        "candidates": queries.candidates_in(elapsed),
        "hand_overs": queries.hand_overs_in(facts),
        "notes": queries.notes_in(facts),
    }
