"""The room: what it does now, and leading it on."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.workshops import doing, phases, seating
from samspil.core.workshops.codes import spoken
from samspil.core.workshops.phases import Phase, after, before
from samspil.core.workshops.proposing import alike
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast, toast_problem
from samspil.workshops import actions, queries
from samspil.workshops.access import check_may_lead, check_may_see, may_enter, may_lead, own_seat
from samspil.workshops.actions import Refused
from samspil.workshops.forms import IdeaForm
from samspil.workshops.models import Proposal, Seat, Workshop
from samspil.workshops.queries import Room, Standing
from samspil.workshops.views.finding import workshop_here
from samspil.workshops.views.words import (
    a_week,
    days,
    phase_name,
    reckoned,
    score_chart,
    steps_of,
    together,
    worth_chart,
    worth_title,
)


@require_safe
def room(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What the room does now; whoever has not joined is led to the code."""
    found = workshop_here(public_id)
    if not may_enter(check_may_see(request.colleague), found):
        return _led_to_the_code(request)
    return show(request, found)


def _led_to_the_code(request: WorkRequest) -> HttpResponse:
    """Lead to the code; a page that only asks for its own part leaves as a whole."""
    if not request.headers.get("HX-Request"):
        return redirect("workshops:join")
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = reverse("workshops:join")
    return answer


@require_POST
def step(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Lead the room on, or back."""
    colleague, found = check_may_lead(request.colleague), workshop_here(public_id)
    to = request.POST.get("to", "")
    try:
        if to not in set(Phase):
            raise Refused(_("There is no such phase."))
        actions.step(found, Phase(to), by=colleague, at=timezone.now())
    except Refused as why:
        toast_problem(request, str(why))
    return redirect("workshops:room", public_id=public_id)


@require_POST
def end(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Close the room."""
    colleague, found = check_may_lead(request.colleague), workshop_here(public_id)
    actions.end_workshop(found, by=colleague, at=timezone.now())
    toast(request, _("The workshop is over. Everybody here can read what came of it."))
    return redirect("workshops:room", public_id=public_id)


def show(
    request: WorkRequest,
    workshop: Workshop,
    *,
    form: Form | None = None,
    points: dict[int, str] | None = None,
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    """The room, with what was typed and could not be kept."""
    colleague = check_may_see(request.colleague)
    found, seat = queries.room_of(workshop), own_seat(workshop, of=colleague)
    phase, over = Phase(workshop.phase), workshop.ended_at is not None
    stage = "over" if over else phase.value
    context: dict[str, Any] = {
        "workshop": workshop,
        "room": found,
        "seat": seat,
        "phase": phase.value,
        "stage": stage,
        "shown": request.GET.get("shown", stage),
        "name": phase_name(workshop),
        "now": _(doing.WORDS[phase]),
        "over": over,
        "steps": steps_of(workshop),
        "may_lead": may_lead(colleague),
        "code": spoken(workshop.code),
        **_ways(phase, may=may_lead(colleague) and not over and not found.landed),
        **_of_phase(phase, found, seat, colleague),
        "wrong": wrong,
    }
    if phase is Phase.GATHER and seat:
        context["form"] = form or IdeaForm()
    if points is not None:
        context["ballot"] = [(one, points.get(one.pk, "")) for one, _said in context["ballot"]]
    return page(request, "workshops/room.html", context, status=status)


def _ways(phase: Phase, *, may: bool) -> dict[str, object]:
    """Where whoever leads the room may go from here."""
    back, on = before(phase), after(phase)
    return {
        "back": (back.value, _(phases.WORDS[back])) if may and back else None,
        "on": (on.value, _(phases.WORDS[on])) if may and on else None,
    }


def _of_phase(
    phase: Phase, found: Room, seat: Seat | None, colleague: Colleague
) -> dict[str, object]:
    workshop = found.workshop
    if phase is Phase.RESULT:
        return {
            "rows": [_row(one) for one in found.standings],
            "scores": score_chart(found),
            "worth": worth_chart(found),
            "worth_title": worth_title(found),
        }
    if phase is Phase.VOTE:
        given = queries.own_points(colleague, workshop=workshop) if seat else {}
        ballot = [(one.proposal, given.get(one.proposal.pk, 0)) for one in found.in_order_of_coming]
        return {"ballot": ballot, "left": workshop.points - sum(given.values()), "given": given}
    own = queries.own_proposals(seat, workshop=workshop)
    missing = found.missing.get(seat.table_id, ()) if seat else ()
    return {
        "cards": [_card(one, seat, own) for one in found.in_order_of_coming],
        "alike": _alike(found) if phase is Phase.GATHER else [],
        "missing": [_(seating.WORDS[hat]) for hat in missing],
    }


def _card(one: Standing, seat: Seat | None, own: frozenset[int]) -> dict[str, object]:
    said = one.said.get(seat.table_id) if seat else None
    return {
        "proposal": one.proposal,
        "own": one.proposal.pk in own,
        "others": one.others,
        "said": reckoned(said) if said else "",
        "together": together(one.summary) if one.summary else "",
    }


def _row(one: Standing) -> dict[str, object]:
    summary = one.summary
    return {
        "one": one,
        "saved": a_week(summary.saved) if summary else "–",
        "days": days(summary.days) if summary else "–",
        "risk": summary.risk if summary else "–",
        "moved": one.moves[-1] if one.moves else None,
    }


def _alike(found: Room) -> list[tuple[Proposal, Proposal]]:
    proposals = {str(one.proposal.pk): one.proposal for one in found.in_order_of_coming}
    pairs = alike({key: one.title for key, one in proposals.items()})
    return [(proposals[one], proposals[other]) for one, other in pairs]
