"""Ninety days on one page, and as a calendar."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspil.core.ical import DayEvent, calendar_file
from samspil.core.pipeline import plan as rules
from samspil.core.pipeline.plan import Phase
from samspil.people.queries import WorkRequest, day_of
from samspil.pipeline import queries
from samspil.pipeline.access import check_may_see, may_plan
from samspil.pipeline.queries import Planned
from samspil.web.pages import page


@require_safe
def plan(request: WorkRequest) -> HttpResponse:
    """What is to be done by when, in three times thirty days."""
    colleague = check_may_see(request.colleague)
    found = queries.ninety_days(now=timezone.now())
    names = {
        Phase.ANALYSIS: _("Days 1 to 30: analysis"),
        Phase.PILOT: _("Days 31 to 60: pilots"),
        Phase.SCALING: _("Days 61 to 90: prepare scaling"),
    }
    phases = [(name, [_row(one) for one in found.of(phase)]) for phase, name in names.items()]
    context = {"phases": phases, "found": found, "may_plan": may_plan(colleague)}
    return page(request, "pipeline/ninety.html", context)


@require_safe
def plan_file(request: WorkRequest) -> HttpResponse:
    """What is still to be done, and tests of stopping, for other calendars."""
    check_may_see(request.colleague)
    now = timezone.now()
    found = queries.ninety_days(now=now)
    events = [_event(one) for one in found.items if not one.dated.done]
    for each in queries.standings(queries.running(), on=day_of(now)):
        if each.drill_on:
            key = f"drill-{each.initiative.public_id}@samspil"
            what = f"{_('Test the stop')}: {each.initiative.name}"
            events.append(DayEvent(key=key, day=each.drill_on, summary=what))
    text = calendar_file(events, name=_("90-day plan"), at=now)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="plan.ics"'
    return answer


def _row(one: Planned) -> dict[str, object]:
    moved = not one.dated.done and one.dated.due != one.dated.planned
    return {"one": one, "words": _(rules.WORDS[one.dated.item]), "moved": moved}


def _event(one: Planned) -> DayEvent:
    dated = one.dated
    return DayEvent(
        key=f"{dated.item}-{one.initiative.public_id}@samspil",
        day=dated.due,
        summary=f"{_(rules.WORDS[dated.item])}: {one.initiative.name}",
        sequence=max(0, (dated.due - dated.planned).days),
    )
