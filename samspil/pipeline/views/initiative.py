"""One initiative: its plan, its gate, what is measured, and what happened."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.stages import Stage, before
from samspil.core.pipeline.stopping import Measure
from samspil.core.roles import NotAllowed
from samspil.measures.queries import baseline_of
from samspil.people.queries import WorkRequest, day_of
from samspil.pipeline import actions, queries
from samspil.pipeline.access import check_may_plan, check_may_see, may_open, may_plan
from samspil.pipeline.forms import InitiativeForm, as_said
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import Standing
from samspil.pipeline.views.changes import changes
from samspil.pipeline.views.differing import differs_told
from samspil.pipeline.views.history import history_of
from samspil.pipeline.views.in_place import in_place
from samspil.pipeline.views.words import (
    both_ways_words,
    check_words,
    limit_words,
    measure_name,
    missing_words,
    reading_words,
    stage_name,
    way_to,
)
from samspil.web.pages import page, toast
from samspil.work.queries.ladder_words import halt_words
from samspil.work.queries.wording import MODEL_WORDS


@require_safe
def initiative(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Everything about it."""
    return whole_page(request, found_at(public_id))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Change what it is to try."""
    found = found_at(public_id)
    colleague = check_may_plan(request.colleague)
    form = InitiativeForm(request.POST or None, initial=as_said(found))
    if request.method == "POST" and form.is_valid():
        plan = form.cleaned_data["plan"]
        try:
            actions.change_initiative(found, plan, by=colleague, at=timezone.now())
        except NotAllowed as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Kept."))
            return redirect("pipeline:initiative", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "pipeline/plan.html", {"form": form, "one": found}, status=status)


def found_at(public_id: UUID) -> Initiative:
    """The initiative of this address; raises `Http404`."""
    try:
        return queries.initiative_at(public_id)
    except Initiative.DoesNotExist:
        raise Http404 from None


def whole_page(request: WorkRequest, found: Initiative, *, status: int = 200) -> HttpResponse:
    """The page about it."""
    check_may_see(request.colleague)
    today = day_of(timezone.now())
    standing = queries.standing_of(found, on=today)
    back = before(Stage(found.stage))
    context = {
        "one": found,
        "standing": standing,
        "stage": stage_name(found.stage),
        "into": stage_name(standing.into) if standing.into else "",
        "back": stage_name(back) if back and not found.ended_at else "",
        "missing": [(missing_words(each), *way_to(each, found)) for each in standing.missing],
        "stops": _stops(found),
        "ways": [(_("Pilot"), _way(found.pilot)), (_("Scale"), _way(found.scale))],
        "baseline": baseline_of(found.process) if found.process else None,
        "drills": [
            (one, [(check_words(what), held) for what, held in one.found])
            for one in queries.drills_of(found)
        ],
        "today": today,
        "changes": changes(found, into=standing.into),
        **in_place(request, standing),
        "differs": differs_told(found),
        "both_ways": standing.both_ways,
        "both_ways_words": both_ways_words(standing.both_ways),
        "moments": history_of(found),
        "halted": halt_words(standing.halt.facts) if standing.halt else "",
        **_may(request, found, standing),
    }
    return page(request, "pipeline/initiative.html", context, status=status)


def _may(request: WorkRequest, found: Initiative, standing: Standing) -> dict[str, object]:
    colleague = check_may_see(request.colleague)
    return {
        "may_plan": may_plan(colleague) and found.ended_at is None,
        "may_open": may_open(colleague) and found.ended_at is None,
        "may_evaluate": found.evaluator_id == colleague.pk and found.ended_at is None,
        "may_end": found.stage in (Stage.POC, Stage.OPTIMIZE),
    }


def _stops(found: Initiative) -> list[tuple[str, str, str]]:
    readings = queries.readings_of(found)
    return [
        (
            measure_name(one.measure),
            limit_words(one.measure, one.limit),
            reading_words(readings[Measure(one.measure)]) if readings else "",
        )
        for one in found.stops.all()
    ]


def _way(kept: dict[str, str | float | int | None]) -> str:
    way = Arrangement.of(kept)
    return _("%(model)s; a person judges before AI in %(n)d of 100 cases") % {
        "model": MODEL_WORDS[way.organisation_model][0], "n": round(100 * way.judge_first),
    }  # fmt: skip
