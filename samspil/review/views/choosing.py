"""Choose cases in a list, do one thing to all of them, see what became of it, undo it."""

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samspil.core.bulk import BulkAction
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.review import actions as marks
from samspil.review.forms import ChosenForm, ids_in
from samspil.review.models import Batch, Progress
from samspil.review.queries.batches import (
    MOST,
    MOST_MATCHING,
    Asked,
    batch_at,
    chosen_cases,
    outcome_of,
    plan,
)
from samspil.review.queries.marking import tag_at, tags, tags_worn
from samspil.review.views.lists import asked_list
from samspil.web.pages import page, toast, toast_problem
from samspil.work.actions import NotInFuture
from samspil.work.models import Case

MORNING = time(8)
NAMED = 10
"""How many of the chosen cases the page names."""


@require_POST
def choose(request: WorkRequest) -> HttpResponse:
    """What can be done to the cases chosen, and how many each action would leave out."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    cases, every = _chosen(request, colleague)
    if not cases:
        toast_problem(request, _("Choose some cases first."))
        return redirect(asked_list(request.GET, colleague).address)
    if len(cases) > (MOST_MATCHING if every else MOST):
        most = MOST_MATCHING if every else MOST
        sentence = _("At most %(most)d cases can be changed at once: narrow the list first.")
        toast_problem(request, sentence % {"most": most})
        return redirect(asked_list(request.GET, colleague).address)
    return _chosen_page(request, colleague, cases)


@require_POST
def do_to_chosen(request: WorkRequest) -> HttpResponse:
    """Do it, and say what was left out and why."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    cases = chosen_cases(ids_in(request.POST.get("cases", "")), reader=colleague)
    form = ChosenForm(request.POST, worn=_worn(cases), auto_id="chosen_%s")
    if not cases:
        raise Http404
    if not form.is_valid():
        return _chosen_page(request, colleague, cases, form=form)
    try:
        batch = marks.do_to_many(
            cases,
            _asked(form, colleague),
            by=colleague,
            at=timezone.now(),
            why=form.cleaned_data.get("why", ""),
        )
    except (NotInFuture, marks.NoSuchTag, marks.TooMany) as why:
        field = "day" if isinstance(why, NotInFuture) else "name"
        form.add_error(None if isinstance(why, marks.TooMany) else field, str(why))
        return _chosen_page(request, colleague, cases, form=form)
    return _to_batch(request, colleague, batch)


@require_safe
def batch(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """How far it is, what was done, and what was left out for which reason."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found = _find(public_id)
    outcome = outcome_of(found, reader=colleague)
    at = timezone.now()
    context = {
        "batch": found,
        "outcome": outcome,
        "said": said_of(found, outcome.done),
        "running": found.progress in (Progress.RUNNING, Progress.UNDOING),
        "may_undo": found.by_id == colleague.pk
        and found.progress == Progress.DONE
        and outcome.done > 0
        and found.at > at - marks.GRACE,
    }
    return page(request, "review/batch.html", context)


@require_POST
def undo_batch(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put back whatever nothing has moved since."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = _find(public_id)
    try:
        marks.undo_batch(found, by=colleague, at=timezone.now())
    except marks.NotUndone as why:
        toast_problem(request, str(why))
        return redirect("review:batch", public_id=found.public_id)
    outcome = outcome_of(found, reader=colleague)
    if found.progress == Progress.UNDONE:
        words = ngettext(
            "%(n)d case is as it was.", "%(n)d cases are as they were.", outcome.undone
        )
        toast(request, words % {"n": outcome.undone})
    return redirect("review:batch", public_id=found.public_id)


def said_of(batch: Batch, n: int) -> str:
    """What was done, as a sentence."""
    words = {
        BulkAction.PUT_ASIDE: ngettext("%(n)d case put aside", "%(n)d cases put aside", n),
        BulkAction.TAG: ngettext("%(n)d case tagged", "%(n)d cases tagged", n),
        BulkAction.UNTAG: ngettext("Tag taken off %(n)d case", "Tag taken off %(n)d cases", n),
        BulkAction.MOVE: ngettext("%(n)d case moved", "%(n)d cases moved", n),
        BulkAction.RAISE: ngettext(
            "%(n)d case made more pressing", "%(n)d cases made more pressing", n
        ),
        BulkAction.MERGE: ngettext(
            "%(n)d case merged into another", "%(n)d cases merged into others", n
        ),
        BulkAction.CLOSE: ngettext(
            "%(n)d case closed without a reply", "%(n)d cases closed without a reply", n
        ),
    }
    return words[BulkAction(batch.action)] % {"n": n}


def _chosen(request: WorkRequest, colleague: Colleague) -> tuple[list[Case], bool]:
    """The cases ticked, on this page and on others, or all that match; one more than allowed."""
    if "every" in request.POST:
        asked = asked_list(request.GET, colleague)
        return list(asked.cases.order_by(*asked.order)[: MOST_MATCHING + 1]), True
    ticked = ids_in(",".join([*request.POST.getlist("case"), request.POST.get("also", "")]))
    return chosen_cases(list(dict.fromkeys(ticked))[: MOST + 1], reader=colleague), False


def _chosen_page(
    request: WorkRequest,
    colleague: Colleague,
    cases: Sequence[Case],
    *,
    form: ChosenForm | None = None,
) -> HttpResponse:
    plans = {one.value: plan(cases, Asked(action=one), by=colleague) for one in BulkAction}
    worn = _worn(cases)
    context = {
        "cases": cases[:NAMED],
        "more": max(0, len(cases) - NAMED),
        "count": len(cases),
        "ids": ",".join(case.public_id.hex for case in cases),
        "plans": plans,
        "worn": worn,
        "form": form or ChosenForm(worn=worn, auto_id="chosen_%s"),
        "asked_for": form.data.get("action", "") if form else "",
        "all_tags": tags(),
        "list": asked_list(request.GET, colleague),
        "list_kept": f"?{request.GET.urlencode()}",
    }
    return page(request, "review/chosen.html", context, status=422 if form else 200)


def _worn(cases: Sequence[Case]) -> list[tuple[str, str]]:
    return [(str(tag.public_id), tag.name) for tag in tags_worn(cases)]


def _asked(form: ChosenForm, by: Colleague) -> Asked:
    values = form.cleaned_data
    action = BulkAction(values["action"])
    match action:
        case BulkAction.PUT_ASIDE:
            morning = datetime.combine(values["day"], MORNING)
            until = timezone.make_aware(morning, timezone.get_current_timezone())
            return Asked(action=action, until=until)
        case BulkAction.TAG:
            return Asked(action=action, tag=marks.tag_named(values["name"], by=by).pk)
        case BulkAction.UNTAG:
            return Asked(action=action, tag=tag_at(values["worn"]).pk)
        case BulkAction.MOVE:
            return Asked(action=action, team=values["team"].pk)
        case BulkAction.RAISE:
            return Asked(action=action, level=values["level"])
        case _:
            return Asked(action=action)


def _to_batch(request: WorkRequest, colleague: Colleague, batch: Batch) -> HttpResponse:
    """Back to the list where all is done; else to the page that names what was left out."""
    outcome = outcome_of(batch, reader=colleague)
    if batch.progress != Progress.DONE or outcome.left or not outcome.done:
        return redirect("review:batch", public_id=batch.public_id)
    undo = reverse("review:undo_batch", args=[batch.public_id])
    toast(request, f"{said_of(batch, outcome.done)}.", undo=undo)
    return redirect(asked_list(request.GET, colleague).address)


def _find(public_id: UUID) -> Batch:
    try:
        return batch_at(public_id)
    except Batch.DoesNotExist:
        raise Http404 from None
