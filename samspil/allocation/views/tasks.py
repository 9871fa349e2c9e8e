"""A task: what is suggested and why, and what people say, move and choose."""

from collections.abc import Sequence
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from samspil.allocation import actions
from samspil.allocation.access import check_may_allocate, check_may_see, may_allocate
from samspil.allocation.forms import ChooseForm, JudgementForm, PlaceForm
from samspil.allocation.models import Move
from samspil.allocation.queries import (
    Allocated,
    allocated_one,
    history,
    judgement_of,
    move_at,
    worded,
)
from samspil.allocation.views.finding import find
from samspil.audit.models import Task
from samspil.core.allocation.criteria import WORDS as CRITERIA
from samspil.core.allocation.divisions import ROUTES, WORDS, Dimension, Division
from samspil.core.allocation.reasons import Source
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast, toast_problem
from samspil.web.words import in_hundred

SOURCES = {
    Source.LAW: gettext_lazy("The law"),
    Source.EVIDENCE: gettext_lazy("Measured cases"),
    Source.WISH: gettext_lazy("Those who do it"),
    Source.CAPABILITY: gettext_lazy("Who knows AI"),
    Source.THUMB: gettext_lazy("Rule of thumb"),
}
CHOOSING, PLACING = "choose_%s", "place_%s"
"""Both forms stand on one page, so that their fields need ids of their own."""
DIMENSIONS = {
    Dimension.PROCESS: gettext_lazy("work by a process"),
    Dimension.COGNITIVE: gettext_lazy("reading and weighing"),
    Dimension.CREATIVE: gettext_lazy("creative or strategic work"),
}


@require_safe
def task(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What is known of a task."""
    check_may_see(request.colleague)
    return _page(request, find(public_id))


@require_POST
def judge(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say what a task is like."""
    colleague, found = check_may_allocate(request.colleague), find(public_id)
    form = JudgementForm(request.POST)
    if not form.is_valid():
        return _page(request, found, judging=form)
    actions.judge(found, form.said(), by=colleague, at=timezone.now())
    toast(request, _("Kept. What follows from it stands above."))
    return redirect("allocation:task", public_id=public_id)


@require_POST
def place(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put a task somewhere in the picture."""
    colleague, found = check_may_allocate(request.colleague), find(public_id)
    form = PlaceForm(request.POST, auto_id=PLACING)
    if form.is_valid():
        try:
            made = actions.move_task(
                found, form.place(), why=form.cleaned_data["why"], by=colleague, at=timezone.now()
            )
        except actions.UnfitMove as why:
            form.add_error("why", str(why))
        else:
            _offer_undo(request, made, _("Moved: %(task)s.") % {"task": found.title})
            there = "allocation:matrix" if "matrix" in request.POST else "allocation:task"
            args = () if "matrix" in request.POST else (public_id,)
            return redirect(there, *args)
    return _page(request, found, placing=form)


@require_POST
def choose(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say who does a task."""
    colleague, found = check_may_allocate(request.colleague), find(public_id)
    form = ChooseForm(request.POST, auto_id=CHOOSING)
    if form.is_valid():
        division, why = form.chosen()
        try:
            made = actions.choose(found, division, why=why, by=colleague, at=timezone.now())
        except actions.UnfitMove as bad:
            form.add_error("why", str(bad))
        else:
            _offer_undo(request, made, _("Kept, with the reason."))
            return redirect("allocation:task", public_id=public_id)
    return _page(request, found, choosing=form)


@require_POST
def give_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let the suggestion hold again."""
    colleague, found = check_may_allocate(request.colleague), find(public_id)
    made = actions.give_back(found, by=colleague, at=timezone.now())
    _offer_undo(request, made, _("The suggestion holds again."))
    return redirect("allocation:task", public_id=public_id)


@require_POST
def undo(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo a move."""
    colleague = check_may_allocate(request.colleague)
    try:
        move = move_at(public_id)
    except Move.DoesNotExist:
        raise Http404 from None
    if actions.withdraw_move(move, by=colleague, at=timezone.now()):
        toast(request, _("It stands again where it stood before."))
    else:
        toast_problem(request, _("Somebody undid this before."))
    return redirect("allocation:matrix")


def _page(
    request: WorkRequest,
    found: Task,
    *,
    judging: Form | None = None,
    placing: Form | None = None,
    choosing: Form | None = None,
) -> HttpResponse:
    one = allocated_one(found, now=timezone.now())
    suggestion = one.suggestion
    context = {
        "one": one,
        "tone": ROUTES[one.division].value,
        "who": _(WORDS[one.division]),
        "suggested": _(WORDS[suggestion.division]),
        "dimension": DIMENSIONS[suggestion.dimension] if suggestion.dimension else "",
        "reasons": [
            (SOURCES[each.source], worded(each), _(WORDS[each.most]), each in suggestion.binding)
            for each in suggestion.reasons
        ],
        "wrong": in_hundred(one.told.error_share) if one.told and one.told.error_share else "",
        "views": [(SOURCES[source], _(WORDS[most])) for source, most in one.views.items()],
        "disagreements": [(SOURCES[one_], SOURCES[other]) for one_, other in one.disagreements],
        "against": _criteria(suggestion.score.against if suggestion.score else ()),
        "in_favour": _criteria(suggestion.score.in_favour if suggestion.score else ()),
        "history": [
            (each, _(WORDS[Division(each.division)]) if each.division else "")
            for each in history(found)
        ],
        "may": may_allocate(request.colleague),
        "judging": judging or JudgementForm.of(judgement_of(found)),
        "placing": placing or PlaceForm(auto_id=PLACING, initial=_initial(one)),
        "choosing": choosing
        or ChooseForm(auto_id=CHOOSING, initial={"division": one.division.value}),
    }
    bad = any(form is not None for form in (judging, placing, choosing))
    return page(request, "allocation/task.html", context, status=422 if bad else 200)


def _criteria(found: Sequence[object]) -> list[str]:
    return [_(CRITERIA[one]) for one in found]  # type: ignore[index]  # criteria, as the score gives


def _initial(one: Allocated) -> dict[str, float]:
    stands = one.suggestion.place
    if stands is None:
        return {}
    return {"creative": round(100 * stands.creative), "contact": round(100 * stands.contact)}


def _offer_undo(request: WorkRequest, made: Move, words: str) -> None:
    toast(request, words, undo=reverse("allocation:undo", args=[made.public_id]))
