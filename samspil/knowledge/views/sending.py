"""Send a question on to a colleague, see what became of it, and agree to be named."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.lifecycle import Stage
from samspil.core.roles import Action
from samspil.core.skill import Senders
from samspil.knowledge import actions
from samspil.knowledge.access import check_may_ask, may_keep
from samspil.knowledge.forms import SendForm
from samspil.knowledge.queries import (
    Answered,
    answer_to,
    desk,
    known_for,
    may_be_named,
    meant_for,
    places_of,
    question_of_case,
    sent_by,
    takers,
)
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.web.pages import page, toast, toast_problem
from samspil.work.models import Case
from samspil.work.queries import case_at, sight_of


@require_safe
def sent(request: WorkRequest) -> HttpResponse:
    """What one sent on, what waits for one, and whether one may be named."""
    colleague = check_may_ask(request.colleague)
    may_choose = may_do(colleague, Action.CHANGE_PROCESSES)
    may_see, sight = may_do(colleague, Action.SEE_CASES), sight_of(colleague)
    context = {
        "sent": sent_by(colleague),
        "meant": [
            (one, may_see and sight.covers(one.question.case)) for one in meant_for(colleague)
        ],
        "named": may_be_named(colleague),
        "abilities": colleague.abilities,
        "desk": desk(),
        "takers": list(takers()) if may_choose else [],
        "may_choose": may_choose,
    }
    return page(request, "knowledge/sent.html", context)


@require_POST
def send(request: WorkRequest) -> HttpResponse:
    """Make a case of the question; what was found is looked up anew, as the asker may see it."""
    colleague = check_may_ask(request.colleague)
    form = SendForm(request.POST)
    if not form.is_valid():
        toast_problem(request, _("Ask first, then send the question on."))
        return redirect("knowledge:ask")
    said = form.cleaned_data
    found = answer_to(said["question"], reader=colleague)
    named = {str(one.colleague.public_id): one.colleague for one in found.experts}
    wish = actions.Wish(words=said["words"], expert=named.get(said["expert"]))
    try:
        actions.send_on(found, wish=wish, by=colleague, at=timezone.now())
    except actions.NoDesk as why:
        toast_problem(request, str(why))
        return redirect("knowledge:ask")
    toast(request, _("Your question is a case now. You see the answer here."))
    return redirect("knowledge:sent")


@require_POST
def named(request: WorkRequest) -> HttpResponse:
    """Agree to be named for what one can do, or take it back."""
    colleague = check_may_ask(request.colleague)
    if request.POST.get("named") == "yes":
        actions.agree_to_be_named(colleague, at=timezone.now())
        toast(request, _("You may be named from now on."))
    else:
        actions.be_named_no_more(colleague, at=timezone.now())
        toast(request, _("You are not named any more."))
    return redirect("knowledge:sent")


@require_POST
def choose(request: WorkRequest) -> HttpResponse:
    """Say which process takes questions."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    wanted = request.POST.get("process", "")
    chosen = next((one for one in takers() if str(one.public_id) == wanted), None)
    if chosen is None:
        raise Http404
    actions.choose_desk(chosen, by=colleague, at=timezone.now())
    toast(request, _("Questions go there from now on."))
    return redirect("knowledge:sent")


@require_safe
def beside(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What is known about a case, for whoever may see it."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    try:
        case = case_at(public_id, reader=colleague)
    except Case.DoesNotExist:
        raise Http404 from None
    question = question_of_case(case)
    context = {
        "case": case,
        "question": question,
        "known": _known(case) if question is None else None,
        "may_keep": may_keep(colleague),
        "places": places_of(question, reader=colleague) if question else [],
    }
    return page(request, "knowledge/beside.html", context)


def _known(case: Case) -> Answered | None:
    """What is known about a customer's open case; nothing while AI's answer is hidden."""
    customers = case.process.senders == Senders.CUSTOMERS
    if not customers or case.hides_answer or case.stage == Stage.CLOSED:
        return None
    return known_for(case)
