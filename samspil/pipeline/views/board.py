"""All initiatives, stage by stage; and what waits, on Today."""

from collections.abc import Mapping
from datetime import timedelta

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspil.core.pipeline.stages import Stage, before
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of
from samspil.pipeline import queries
from samspil.pipeline.access import check_may_see, may_open, may_plan
from samspil.pipeline.actions import MINE
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import Differing, Standing
from samspil.pipeline.views.words import missing_words, stage_name
from samspil.web.pages import page

MOST_ENDED = 20
SOON = timedelta(days=7)


@require_safe
def board(request: WorkRequest) -> HttpResponse:
    """Four columns, one for each stage."""
    colleague = check_may_see(request.colleague)
    today = day_of(timezone.now())
    there = list(queries.board())
    found, differing = queries.standings(there, on=today), queries.differing(there)
    columns = [
        (
            stage.value,
            stage_name(stage),
            [_card(one, differing) for one in found if _stands(one, stage)],
        )
        for stage in Stage
    ]
    context = {
        "columns": columns,
        "any": bool(found),
        "ended": queries.ended()[:MOST_ENDED],
        "today": today,
        "may_plan": may_plan(colleague),
        "may_open": may_open(colleague),
    }
    return page(request, "pipeline/board.html", context)


@require_safe
def due(request: WorkRequest) -> HttpResponse:
    """Stops that nobody has looked at, tests that are due, and one's own part of the plan that is
    late or due within a week, to be shown on Today."""
    colleague, now = check_may_see(request.colleague), timezone.now()
    today = day_of(now)
    there = list(queries.board())
    mine = [one for one in there if _concerns(one, colleague)]
    found = queries.standings(mine, on=today) if mine else []
    planned = queries.ninety_days_of(there, now=now).waits_for(colleague) if there else []
    context = {
        "planned": [one for one in planned if one.dated.due <= today + SOON],
        "of_mine": MINE,
        "halts": [one for one in found if one.halt],
        "drills": [one for one in found if one.drill_on and one.drill_on <= today],
    }
    return page(request, "pipeline/due.html", context)


def _concerns(one: Initiative, colleague: Colleague) -> bool:
    return may_plan(colleague) or one.owner_id == colleague.pk


def _stands(one: Standing, stage: Stage) -> bool:
    return one.initiative.stage == stage


def _card(one: Standing, differing: Mapping[int, Differing]) -> dict[str, object]:
    differs = differing.get(one.initiative.pk)
    back = before(Stage(one.initiative.stage))
    return {
        "standing": one,
        "one": one.initiative,
        "differs": differs.difference.ground.value if differs else "",
        "into": one.into.value if one.into else "",
        "into_name": stage_name(one.into) if one.into else "",
        "back": back.value if back else "",
        "missing": [missing_words(each) for each in one.missing],
    }
