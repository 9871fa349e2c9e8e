"""A team in a rollout: its phase and what it waits for, who helps, what is measured."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samspil.core.anonymity import LEAST_IN_TREND
from samspil.core.rollouts.phases import HARD, NEEDED, TYPED, Need, Phase, after, before
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of
from samspil.rollouts import actions, queries
from samspil.rollouts.access import (
    check_may_plan,
    check_may_see,
    may_answer,
    may_lead,
    may_overrule,
    may_plan,
)
from samspil.rollouts.forms import PartForm
from samspil.rollouts.models import PhaseMove, TeamRollout
from samspil.rollouts.queries import Standing
from samspil.rollouts.views.measured import charts_of
from samspil.rollouts.views.words import (
    alarm_words,
    dated_words,
    gate_words,
    known_words,
    need_words,
    phase_name,
    place_words,
    way_to,
    what_to_do,
)
from samspil.web.pages import page, toast
from samspil.web.parts import Kind as Who
from samspil.web.parts import Moment, StepMark, StepState


@require_safe
def team(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Everything about a team's part."""
    return whole_page(request, place_at(public_id))


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Change who owns a team's part, its days, and which cases it takes then."""
    colleague = check_may_plan(request.colleague)
    found = place_at(public_id)
    form = PartForm(request.POST or None, place=found)
    if request.method == "POST" and form.is_valid():
        actions.set_part(found, **form.said(), by=colleague, at=timezone.now())
        toast(request, _("Kept."))
        return redirect("rollouts:team", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "rollouts/part.html", {"form": form, "place": found}, status=status)


def place_at(public_id: UUID) -> TeamRollout:
    """The team's part of this address; raises `Http404`."""
    try:
        return queries.place_at(public_id)
    except TeamRollout.DoesNotExist:
        raise Http404 from None


def whole_page(request: WorkRequest, found: TeamRollout, *, status: int = 200) -> HttpResponse:
    """The page about it."""
    colleague = check_may_see(request.colleague)
    now = timezone.now()
    standing = queries.standing_of(found, now=now)
    following, earlier = after(Phase(found.phase)), before(Phase(found.phase))
    context = {
        "place": found,
        "phase": phase_name(found.phase),
        "following": phase_name(following) if following else "",
        "earlier": phase_name(earlier) if earlier else "",
        "live": following is Phase.IMPLEMENTATION,
        "steps": [_mark(found, standing, one) for one in Phase],
        "days": [(phase_name(one.phase), dated_words(one), one) for one in standing.phases],
        "needs": [_need(found, standing, one) for one in NEEDED[Phase(found.phase)]],
        "hard": any(one in HARD for one in standing.missing),
        "missing": standing.missing,
        "alarms": [(one, alarm_words(one), what_to_do(one)) for one in standing.alarms],
        "charts": charts_of(found),
        "fewest": LEAST_IN_TREND,
        "asked_last_week": queries.told_of(found, now=now),
        "moments": [_moment(one) for one in queries.moves_of(found)],
        "today": day_of(now),
        **_may(found, colleague, standing),
    }
    return page(request, "rollouts/team.html", context, status=status)


def _may(found: TeamRollout, colleague: Colleague, standing: Standing) -> dict[str, object]:
    open_ = found.withdrawn_at is None and found.rollout.ended_at is None
    leads = open_ and may_lead(colleague, found)
    agents = list(found.agents.all())
    mine = next((one for one in agents if one.colleague_id == colleague.pk), None)
    asked = {one.colleague_id for one in agents}
    return {
        "open": open_,
        "may_lead": leads,
        "may_overrule": open_ and may_overrule(colleague, found.rollout),
        "may_plan": may_plan(colleague) and found.rollout.ended_at is None,
        "may_answer": may_answer(colleague, found),
        "mine": mine,
        "agents": agents,
        "room": len(agents) < actions.MOST_AGENTS,
        "members": [one for one in standing.known.members if one.pk not in asked] if leads else [],
        "untrained": standing.known.untrained if leads else [],
    }


def _mark(found: TeamRollout, standing: Standing, phase: Phase) -> StepMark:
    order = list(Phase)
    here, there = order.index(Phase(found.phase)), order.index(phase)
    state = (
        StepState.DONE if there < here else StepState.CURRENT if there == here else StepState.COMING
    )
    return StepMark(label=phase_name(phase), state=state)


def _need(found: TeamRollout, standing: Standing, need: Need) -> dict[str, object]:
    held = need not in standing.missing
    address, label = ("", "") if held else way_to(need, found)
    said = known_words(need, standing.known, found)
    more: list[str] = []
    if not held and need is Need.PLACE:
        said = place_words(found)
    if not held and need is Need.SCALED:
        more = gate_words(standing.known.gate)
    return {
        "need": need.value,
        "words": need_words(need),
        "held": held,
        "said": said,
        "more": more,
        "url": address,
        "label": label,
        "typed": need in TYPED,
        "text": standing.known.written[need].text if need in standing.known.written else "",
    }


def _moment(one: PhaseMove) -> Moment:
    order = list(Phase)
    forward = order.index(Phase(one.after)) > order.index(Phase(one.before))
    words = {"before": phase_name(one.before), "after": phase_name(one.after)}
    if not forward:
        text = _("Back from %(before)s to %(after)s") % words
    elif one.lacking:
        lacked = "; ".join(need_words(Need(each)) for each in one.lacking)
        text = _("From %(before)s to %(after)s, for a reason, though this lacked: %(lacked)s") % {
            **words, "lacked": lacked,
        }  # fmt: skip
    else:
        text = _("From %(before)s to %(after)s, on its facts") % words
    changed = ""
    if one.put.get("level"):
        changed = _("Cases of level %(level)s changed hands.") % {"level": one.put["level"]}
    if one.put.get("scaled"):
        changed += " " + _("The initiative was let into Scale.")
    return Moment(
        at=one.at,
        text=text,
        icon="flag" if forward else "undo-2",
        kind=Who.PERSON,
        by=one.by.name,
        note=" ".join(said for said in (one.why, changed.strip()) if said),
    )
