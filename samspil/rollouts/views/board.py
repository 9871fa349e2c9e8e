"""All rollouts; and what waits, on Today."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.core.pipeline.stages import Stage
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import initiative_at
from samspil.rollouts import queries
from samspil.rollouts.access import check_may_see, may_lead, may_plan
from samspil.rollouts.models import Rollout
from samspil.rollouts.queries import Standing
from samspil.rollouts.views.words import alarm_words, phase_name
from samspil.web.pages import page

MOST_ENDED = 20


@require_safe
def board(request: WorkRequest) -> HttpResponse:
    """What is being rolled out, and how far each is."""
    colleague = check_may_see(request.colleague)
    now = timezone.now()
    found = list(queries.rollouts())
    places = [place for one in found for place in one.teams.all()]
    standings: dict[int, list[Standing]] = {}
    for standing in queries.standings(places, now=now) if places else []:
        standings.setdefault(standing.place.rollout_id, []).append(standing)
    context = {
        "rows": [_row(one, standings.get(one.pk, [])) for one in found],
        "ready": queries.ready_initiatives(),
        "ended": queries.ended()[:MOST_ENDED],
        "may_plan": may_plan(colleague),
    }
    return page(request, "rollouts/board.html", context)


@require_safe
def due(request: WorkRequest) -> HttpResponse:
    """Alarms, requests for help and parts to accept, to be shown on Today."""
    colleague = check_may_see(request.colleague)
    now = timezone.now()
    context = {
        "alarms": _alarms(colleague, now=now),
        "requests": queries.to_answer(colleague, now=now),
        "asked": queries.asked_parts(colleague),
    }
    return page(request, "rollouts/due.html", context)


@require_safe
def beside(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The rollout of an initiative, to be shown on the initiative's page."""
    colleague = check_may_see(request.colleague)
    try:
        initiative = initiative_at(public_id)
    except Initiative.DoesNotExist:
        raise Http404 from None
    found = queries.rollout_of(initiative)
    places = list(found.teams.all()) if found else []
    standings = queries.standings(places, now=timezone.now()) if places else []
    ready = initiative.stage != Stage.POC and initiative.ended_at is None and found is None
    context = {
        "initiative": initiative,
        "row": _row(found, standings) if found else None,
        "alarms": [(each.place, alarm_words(alarm)) for each in standings for alarm in each.alarms],
        "ready": ready,
        "may_plan": may_plan(colleague),
    }
    return page(request, "rollouts/beside.html", context)


def _row(one: Rollout, found: list[Standing]) -> dict[str, object]:
    return {
        "one": one,
        "teams": [(each.place, phase_name(each.place.phase)) for each in found],
        "alarms": sum(len(each.alarms) for each in found),
    }


def _alarms(colleague: Colleague, *, now: datetime) -> list[tuple[object, str]]:
    """Standing alarms that nobody has looked at, for whoever leads there."""
    return [
        (one, alarm_words(one))
        for one in queries.unnoted_alarms()
        if may_lead(colleague, one.place)
    ]
