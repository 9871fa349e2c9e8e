"""Ninety days on one page, and as a calendar."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspil.core.ical import DayEvent, calendar_file
from samspil.core.pipeline import plan as rules
from samspil.core.pipeline.plan import Phase
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, people
from samspil.pipeline import queries
from samspil.pipeline.access import check_may_see, may_hand_out
from samspil.pipeline.actions import MINE
from samspil.pipeline.queries import Planned
from samspil.pipeline.views.handing import BY_PLAN
from samspil.web.pages import page


@require_safe
def plan(request: WorkRequest) -> HttpResponse:
    """What is to be done by when and by whom, in three times thirty days; one's own part of it."""
    colleague = check_may_see(request.colleague)
    found = queries.ninety_days(now=timezone.now())
    mine = _wants_mine(request)
    rows = [_row(one, colleague) for one in found.items if not mine or one.who == colleague]
    names = {
        Phase.ANALYSIS: _("Days 1 to 30: analysis"),
        Phase.PILOT: _("Days 31 to 60: pilots"),
        Phase.SCALING: _("Days 61 to 90: prepare scaling"),
    }
    phases = [(name, [row for row in rows if row["phase"] is one]) for one, name in names.items()]
    may_give = any(row["may_give"] for row in rows)
    context = {
        "phases": phases,
        "found": found,
        "rows": rows,
        "mine": mine,
        "may_give": may_give,
        "people": people() if may_give else (),
        "by_plan": BY_PLAN,
        "of_mine": MINE,
    }
    return page(request, "pipeline/ninety.html", context)


@require_safe
def plan_file(request: WorkRequest) -> HttpResponse:
    """What is still to be done, and tests of stopping, for other calendars; one's own if asked."""
    colleague, mine = check_may_see(request.colleague), _wants_mine(request)
    now = timezone.now()
    found = queries.ninety_days(now=now)
    items = found.waits_for(colleague) if mine else found.items
    events = [_event(one, mine=mine) for one in items if not one.dated.done]
    for each in queries.standings(queries.running(), on=day_of(now)):
        if each.drill_on and (not mine or each.initiative.owner == colleague):
            key = f"drill-{each.initiative.public_id}@samspil"
            what = f"{_('Test the stop')}: {each.initiative.name}"
            events.append(DayEvent(key=key, day=each.drill_on, summary=what))
    text = calendar_file(events, name=_("90-day plan"), at=now)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="plan.ics"'
    return answer


def _wants_mine(request: WorkRequest) -> bool:
    return request.GET.get("who") == "mine"


def _row(one: Planned, reader: Colleague) -> dict[str, object]:
    dated = one.dated
    return {
        "one": one,
        "phase": dated.phase,
        "words": _(rules.WORDS[dated.item]),
        "moved": not dated.done and dated.due != dated.planned,
        "may_give": not dated.done and may_hand_out(reader, one.initiative),
    }


def _event(one: Planned, *, mine: bool) -> DayEvent:
    dated = one.dated
    who = f" ({one.who.name})" if one.who and not mine else ""
    return DayEvent(
        key=f"{dated.item}-{one.initiative.public_id}@samspil",
        day=dated.due,
        summary=f"{_(rules.WORDS[dated.item])}: {one.initiative.name}{who}",
        sequence=max(0, (dated.due - dated.planned).days),
    )
