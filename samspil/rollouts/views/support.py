"""Requests for help: ask, read, answer, and what all may read."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.rollouts.support import Deed, State, Whose
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.rollouts import actions, queries
from samspil.rollouts.access import (
    check_may_answer,
    check_may_read,
    check_may_see,
    may_answer,
)
from samspil.rollouts.actions import StaleRequest, UnfitRequest
from samspil.rollouts.forms import ForAllForm, HelpForm
from samspil.rollouts.models import CommonQuestion, SupportRequest
from samspil.rollouts.queries import Asked
from samspil.rollouts.views.words import state_words, urgency_words
from samspil.web.pages import page, toast, toast_problem

MOST_TEXT = 2000
DEEDS = {
    Deed.ASKED: gettext_lazy("asked"),
    Deed.ANSWER: gettext_lazy("wrote an answer"),
    Deed.REOPEN: gettext_lazy("asked again"),
    Deed.CLOSE: gettext_lazy("closed it"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def support(request: WorkRequest) -> HttpResponse:
    """Ask for help; one's own requests, and those one is to answer."""
    colleague = check_may_see(request.colleague)
    now = timezone.now()
    places = queries.places_of(colleague)
    form = HelpForm(request.POST or None, places=places)
    if request.method == "POST" and places and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.ask_for_help(
                said["place"], said["text"], urgency=said["urgency"], by=colleague, at=now
            )
        except UnfitRequest as why:
            form.add_error("text", str(why))
        else:
            toast(request, _("Asked. Your team's change agents see it now."))
            return redirect("rollouts:request", public_id=made.public_id)
    context = {
        "form": form if places else None,
        "mine": [_row(one) for one in queries.own_requests(colleague, now=now)],
        "waiting": [_row(one) for one in queries.to_answer(colleague, now=now)],
        "known": [(place.rollout, queries.questions_of(place.rollout)) for place in places],
        "now": now,
    }
    return page(request, "rollouts/support.html", context, status=422 if form.errors else 200)


@require_safe
def one_request(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """A request and what was said in it."""
    return _page(request, _found(request, public_id))


@require_POST
def answer(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Answer it."""
    found = _found(request, public_id)
    by = check_may_answer(request.colleague, found.place)
    told = _("Answered. Whoever asked sees it.")
    return _said(request, found, actions.answer_request, by=by, told=told)


@require_POST
def reopen(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Ask again."""
    found = _found(request, public_id)
    by = check_may_read(request.colleague, found)
    return _said(request, found, actions.reopen_request, by=by, told=_("Asked again."))


@require_POST
def close(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that it is settled."""
    found = _found(request, public_id)
    colleague = check_may_read(request.colleague, found)
    try:
        actions.close_request(found, by=colleague, at=timezone.now())
    except StaleRequest as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("Closed. You can ask again at any time."))
    return redirect("rollouts:request", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def for_all(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Write down for all what this request asks."""
    found = _found(request, public_id)
    colleague = check_may_answer(request.colleague, found.place)
    form = ForAllForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.write_for_all(
                found.place, **form.cleaned_data, by=colleague, at=timezone.now()
            )
        except UnfitRequest as why:
            form.add_error(None, str(why))
        else:
            undo = reverse("rollouts:remove_question", args=[made.public_id])
            toast(request, _("All can read it now."), undo=undo)
            return redirect("rollouts:rollout", public_id=found.place.rollout.public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "one": found, "turns": found.turns.all()}
    return page(request, "rollouts/for_all.html", context, status=status)


@require_POST
def remove_question(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take away what all read, or bring it back."""
    colleague = check_may_see(request.colleague)
    try:
        found = queries.question_at(public_id)
    except CommonQuestion.DoesNotExist:
        raise Http404 from None
    if found.removed_at is not None:
        actions.restore_for_all(found, by=colleague, at=timezone.now())
        toast(request, _("All can read it again."))
    else:
        actions.remove_for_all(found, by=colleague, at=timezone.now())
        toast(request, _("Taken away."), undo=request.path)
    return redirect("rollouts:rollout", public_id=found.rollout.public_id)


def _said(
    request: WorkRequest,
    found: SupportRequest,
    deed: Callable[..., object],
    *,
    by: Colleague,
    told: str,
) -> HttpResponse:
    """Do what takes a text; where it may not be, the page again with what was typed."""
    text = request.POST.get("text", "")[:MOST_TEXT]
    try:
        deed(found, text, by=by, at=timezone.now())
    except (UnfitRequest, StaleRequest) as why:
        toast_problem(request, str(why))
        return _page(request, _found(request, found.public_id), status=409, typed=text)
    toast(request, told)
    return redirect("rollouts:request", public_id=found.public_id)


def _found(request: WorkRequest, public_id: UUID) -> SupportRequest:
    """The request, for whoever may read it; for everybody else there is none."""
    try:
        found = queries.request_at(public_id)
    except SupportRequest.DoesNotExist:
        raise Http404 from None
    check_may_read(request.colleague, found)
    return found


def _page(
    request: WorkRequest, found: SupportRequest, *, status: int = 200, typed: str = ""
) -> HttpResponse:
    colleague = check_may_read(request.colleague, found)
    asked = queries.asked(found, now=timezone.now())
    context = {
        **_row(asked),
        "turns": [(one, DEEDS[Deed(one.deed)]) for one in asked.turns],
        "may_answer": may_answer(colleague, found.place) and found.state != State.CLOSED,
        "may_write": may_answer(colleague, found.place),
        "may_reopen": found.state != State.OPEN,
        "may_close": found.state != State.CLOSED,
        "typed": typed,
        "now": timezone.now(),
    }
    return page(request, "rollouts/request.html", context, status=status)


def _row(one: Asked) -> dict[str, object]:
    said = next((turn.text for turn in one.turns if turn.text), "")
    return {
        "one": one.request,
        "said": said,
        "urgency": urgency_words(one.request.urgency),
        "state": state_words(one.request.state),
        "open": one.request.state == State.OPEN,
        "with_owner": one.whose is Whose.OWNER,
    }
