"""What is done in a team's part: on and back, evidence, change agents, training, alarms."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samspil.core.roles import NotAllowed
from samspil.core.rollouts.phases import Need
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, colleague, day_of
from samspil.rollouts import actions, queries
from samspil.rollouts.access import check_may_lead, check_may_plan, check_may_see
from samspil.rollouts.actions import PhaseShut
from samspil.rollouts.models import Alarm
from samspil.rollouts.views.team import place_at, whole_page
from samspil.rollouts.views.words import phase_name
from samspil.web.pages import toast, toast_problem

MOST_WHY = 1000


@require_POST
def begin_next(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let the team into its next phase."""
    found = place_at(public_id)
    by = check_may_lead(request.colleague, found)
    why = request.POST.get("why", "").strip()[:MOST_WHY]
    try:
        phase = actions.begin_next(found, why=why, by=by, at=timezone.now())
    except (PhaseShut, NotAllowed) as no:
        toast_problem(request, str(no))
        return whole_page(request, place_at(public_id), status=409)
    toast(
        request,
        _("The team is in %(phase)s now.") % {"phase": phase_name(phase)},
        undo=reverse("rollouts:back", args=[public_id]),
    )
    return redirect("rollouts:team", public_id=public_id)


@require_POST
def back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let it back into the phase before."""
    found = place_at(public_id)
    by = check_may_lead(request.colleague, found)
    why = request.POST.get("why", "").strip()[:MOST_WHY]
    try:
        phase = actions.go_back(found, why=why, by=by, at=timezone.now())
    except NotAllowed as no:
        toast_problem(request, str(no))
    else:
        toast(request, _("The team is in %(phase)s again.") % {"phase": phase_name(phase)})
    return redirect("rollouts:team", public_id=public_id)


@require_POST
def evidence(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Write what was done."""
    found = place_at(public_id)
    by = check_may_lead(request.colleague, found)
    need = request.POST.get("need", "")
    if need not in list(Need):
        raise Http404
    text = request.POST.get("text", "").strip()[:MOST_WHY]
    actions.write_evidence(found, Need(need), text, by=by, at=timezone.now())
    toast(request, _("Kept."))
    return redirect("rollouts:team", public_id=public_id)


@require_POST
def agent(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Ask somebody of the team to be a change agent, or no longer."""
    found = place_at(public_id)
    by = check_may_lead(request.colleague, found)
    who = _person(request.POST.get("colleague", ""))
    if "no_longer" in request.POST:
        actions.take_back_asking(found, who, by=by, at=timezone.now())
        toast(request, _("%(name)s is asked no longer.") % {"name": who.name})
        return redirect("rollouts:team", public_id=public_id)
    try:
        actions.ask_agent(found, who, by=by, at=timezone.now())
    except NotAllowed as no:
        toast_problem(request, str(no))
    else:
        toast(request, _("%(name)s sees it on Today, and says yes or no.") % {"name": who.name})
    return redirect("rollouts:team", public_id=public_id)


@require_POST
def answer_part(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say oneself whether one is a change agent."""
    found = place_at(public_id)
    by = check_may_see(request.colleague)
    if request.POST.get("says") != "yes":
        actions.give_back_part(found, by=by, at=timezone.now())
        toast(request, _("You are no change agent here."))
        return redirect("rollouts:team", public_id=public_id)
    actions.accept_part(found, by=by, at=timezone.now())
    toast(request, _("Thank you. Requests for help of your team stand on Today from now on."))
    return redirect("rollouts:team", public_id=public_id)


@require_POST
def trained(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Note in people's records who came to the training."""
    found = place_at(public_id)
    by = check_may_lead(request.colleague, found)
    who = [_person(one) for one in request.POST.getlist("colleague")]
    now = timezone.now()
    day = _day(request.POST.get("day", "")) or day_of(now)
    if day > day_of(now):
        toast_problem(request, _("A training that is still to come trained nobody yet."))
        return whole_page(request, found, status=422)
    many = actions.note_trained(found, who, day=day, by=by, at=now)
    words = ngettext("Noted for %(n)d colleague.", "Noted for %(n)d colleagues.", many)
    toast(request, words % {"n": many})
    return redirect("rollouts:team", public_id=public_id)


@require_POST
def alarm(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that one has looked at an alarm, and what is done."""
    found = place_at(public_id)
    by = check_may_lead(request.colleague, found)
    try:
        standing = queries.alarm_at(found, request.POST.get("kind", ""))
    except Alarm.DoesNotExist:
        toast(request, _("This alarm is over: the figures are as planned again."))
        return redirect("rollouts:team", public_id=public_id)
    text = request.POST.get("note", "").strip()[:MOST_WHY]
    if not text:
        toast_problem(request, _("Write in a few words what is done about it."))
        return whole_page(request, found, status=422)
    actions.note_alarm(found, standing, text, by=by, at=timezone.now())
    toast(request, _("Noted. The alarm ends by itself once the figures are as planned."))
    return redirect("rollouts:team", public_id=public_id)


@require_POST
def withdraw(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take the team out, or in again."""
    found = place_at(public_id)
    by = check_may_plan(request.colleague)
    if found.withdrawn_at is not None:
        actions.take_back_team(found, by=by, at=timezone.now())
        toast(request, _("%(team)s is in again.") % {"team": found.team.name})
        return redirect("rollouts:team", public_id=public_id)
    actions.withdraw_team(found, by=by, at=timezone.now())
    undo = reverse("rollouts:withdraw", args=[public_id])
    toast(request, _("%(team)s is taken out.") % {"team": found.team.name}, undo=undo)
    return redirect("rollouts:rollout", public_id=found.rollout.public_id)


def _person(public_id: str) -> Colleague:
    try:
        return colleague(UUID(public_id))
    except (Colleague.DoesNotExist, ValueError):
        raise Http404 from None


def _day(said: str) -> date | None:
    try:
        return parse_date(said)
    except ValueError:
        return None
