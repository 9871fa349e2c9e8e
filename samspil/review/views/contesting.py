"""Somebody disagrees with a decision: take it down for them, and decide anew."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspil.core.contesting import Outcome
from samspil.core.roles import Action, NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.review.forms import AnewForm, ContestForm
from samspil.review.queries import case_sheet, topic_choices, why_not
from samspil.review.views.deciding import back_to_list, to_case
from samspil.review.views.reading import find
from samspil.web.pages import page, toast, toast_problem
from samspil.work import actions
from samspil.work.models import Case
from samspil.work.queries.contesting import (
    contested_decision,
    open_complaint,
    why_not_contested,
)


@require_http_methods(["GET", "HEAD", "POST"])
def contest(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take down that somebody disagrees, who said so by telephone or letter."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    form = ContestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        try:
            actions.contest(found, text=text, by=colleague, at=timezone.now())
        except actions.CannotContest as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Another person than whoever decided looks at it anew."))
            return redirect("review:case", public_id=public_id)
    context = {"case": found, "form": form, "why_not": why_not_contested(found)}
    return page(request, "review/contest.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def decide_anew(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Read what was decided and what is said against it, and decide."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    sheet = case_sheet(found, reader=colleague)
    complaint = open_complaint(found)
    if complaint is None or not sheet.held_by_reader:
        hindrance = why_not(colleague, found)
        toast_problem(request, hindrance or _("Take the case first, to decide it anew."))
        return to_case(request, found)
    initial = {"seen": sheet.seen, "topic": sheet.topic}
    form = AnewForm(request.POST or None, initial=initial, topics=topic_choices(found))
    if request.method == "POST" and form.is_valid() and _decided(form, found, colleague):
        toast(request, _("Decided anew, and answered."))
        return back_to_list(request)
    before = contested_decision(complaint)
    context = {"case": found, "form": form, "complaint": complaint, "before": before}
    return page(request, "review/anew.html", context, status=422 if form.errors else 200)


def _decided(form: AnewForm, found: Case, colleague: Colleague) -> bool:
    given = form.cleaned_data
    try:
        actions.decide_anew(
            found,
            outcome=Outcome(given["outcome"]),
            reasons=given["reasons"],
            topic=given["topic"],
            seen=given["seen"],
            by=colleague,
            at=timezone.now(),
        )
    except actions.NoTopic as why:
        form.add_error("topic", str(why))
    except (actions.IdentityInReply, actions.NoReasons) as why:
        form.add_error("reasons", str(why))
    except (actions.StaleCase, NotAllowed) as why:
        form.add_error(None, str(why))
    return not form.errors
