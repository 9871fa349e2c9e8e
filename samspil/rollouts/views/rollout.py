"""One rollout: its teams side by side over time, its plan, and files of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.rollouts.phases import Phase
from samspil.core.rollouts.plan import Dated
from samspil.people.queries import WorkRequest, day_of
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import initiative_at
from samspil.rollouts import actions, queries
from samspil.rollouts.access import check_may_plan, check_may_see, may_plan
from samspil.rollouts.actions import NotRolledOut
from samspil.rollouts.forms import WAYS, RolloutForm, as_said
from samspil.rollouts.models import Rollout
from samspil.rollouts.queries import Standing
from samspil.rollouts.views.words import alarm_words, dated_words, phase_name, what_to_do
from samspil.web.charts import Stretch, Tone, lane, months, reach
from samspil.web.pages import page, toast, toast_problem

DAY = timedelta(days=1)


@require_safe
def rollout(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Everything about it."""
    colleague = check_may_see(request.colleague)
    found, now = found_at(public_id), timezone.now()
    standings = queries.standings(list(found.teams.all()), now=now)
    context = {
        "one": found,
        "way": WAYS[found.way],  # type: ignore[index]  # a way, as its field says
        **_picture(standings, today=day_of(now)),
        "alarms": [
            (each.place, alarm, alarm_words(alarm), what_to_do(alarm))
            for each in standings
            for alarm in each.alarms
        ],
        "questions": queries.questions_of(found),
        "may_write": queries.may_write_in(found, colleague),
        "may_plan": may_plan(colleague) and found.ended_at is None,
        "may_go_on": may_plan(colleague) and found.ended_at is not None,
    }
    return page(request, "rollouts/rollout.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Lay out the rollout of an initiative."""
    colleague = check_may_plan(request.colleague)
    initiative = _initiative(public_id)
    begins = {"owner": str(colleague.public_id), "training": initiative.name}
    form = RolloutForm(request.POST or None, initial=begins)
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["wanted"]
        try:
            made = actions.make_rollout(initiative, wanted, by=colleague, at=timezone.now())
        except NotRolledOut as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Laid out. Nothing has changed in anybody's work yet."))
            return redirect("rollouts:rollout", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "initiative": initiative}
    return page(request, "rollouts/plan.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Change its plan."""
    colleague = check_may_plan(request.colleague)
    found = found_at(public_id)
    form = RolloutForm(request.POST or None, initial=as_said(found), kept=found)
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["wanted"]
        actions.change_rollout(found, wanted, by=colleague, at=timezone.now())
        toast(request, _("Kept. Teams that have begun keep their days."))
        return redirect("rollouts:rollout", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "one": found, "initiative": found.initiative}
    return page(request, "rollouts/plan.html", context, status=status)


@require_POST
def end(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring it to an end."""
    colleague = check_may_plan(request.colleague)
    actions.end_rollout(found_at(public_id), by=colleague, at=timezone.now())
    undo = reverse("rollouts:go_on", args=[public_id])
    toast(request, _("Brought to an end; it stays to be read."), undo=undo)
    return redirect("rollouts:rollout", public_id=public_id)


@require_POST
def go_on(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take back that it was ended."""
    colleague = check_may_plan(request.colleague)
    try:
        actions.go_on(found_at(public_id), by=colleague, at=timezone.now())
    except NotRolledOut as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("It goes on."))
    return redirect("rollouts:rollout", public_id=public_id)


def found_at(public_id: UUID) -> Rollout:
    """The rollout of this address; raises `Http404`."""
    try:
        return queries.rollout_at(public_id)
    except Rollout.DoesNotExist:
        raise Http404 from None


def stretches_of(one: Dated, *, today: date) -> list[Stretch]:
    """A phase as it is drawn: what was, what goes on, what of it is late, and what is planned."""
    words = f"{phase_name(one.phase)}: {dated_words(one)}"
    first, last = one.expected
    if one.ended:
        return [Stretch(first=one.began or first, last=one.ended, tone=Tone.DONE, says=words)]
    if one.began is None or one.began > today:
        return [Stretch(first=first, last=last, planned=True, says=words)]
    began, last, due = one.began, max(last, one.began), one.planned[1]
    if not one.late:
        return [Stretch(first=began, last=last, tone=Tone.TOGETHER, says=words)]
    late = Stretch(first=max(began, due + DAY), last=last, tone=Tone.LATE, says=words)
    if began > due:
        return [late]
    return [Stretch(first=began, last=due, tone=Tone.TOGETHER, says=words), late]


def _picture(standings: Sequence[Standing], *, today: date) -> dict[str, object]:
    """The lanes of all teams, on one scale, each with its words."""
    drawn = [
        [stretch for one in each.phases for stretch in stretches_of(one, today=today)]
        for each in standings
    ]
    within = reach([one for each in drawn for one in each], today=today)
    rows = [
        {
            "place": each.place,
            "lane": lane(stretches, within=within, today=today),
            "phase": phase_name(each.place.phase),
            "now": dated_words(each.now) if each.now else "",
            "late": bool(each.now and each.now.late),
            "done": each.place.phase == Phase.DONE,
            "cells": [dated_words(one) for one in each.phases],
            "ends": each.phases[-1].ended or each.phases[-1].expected[1],
        }
        for each, stretches in zip(standings, drawn, strict=True)
    ]
    heads = [phase_name(one) for one in Phase if one is not Phase.DONE]
    return {"rows": rows, "months": months(within=within), "heads": heads}


def _initiative(public_id: UUID) -> Initiative:
    try:
        return initiative_at(public_id)
    except Initiative.DoesNotExist:
        raise Http404 from None
