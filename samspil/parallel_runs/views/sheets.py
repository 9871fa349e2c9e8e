"""Take a case the new way and answer it; take one that differs and settle it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.core.parallel_runs.answers import Right
from samspil.core.parallel_runs.people import Part
from samspil.core.parallel_runs.stages import Stage
from samspil.core.roles import NotAllowed
from samspil.parallel_runs import actions, queries
from samspil.parallel_runs.access import check_may_see, check_may_work
from samspil.parallel_runs.actions import NoAnswer, StalePair
from samspil.parallel_runs.forms import AnswerForm, SettlingForm
from samspil.parallel_runs.models import Pair
from samspil.parallel_runs.views.runs import found_at
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast, toast_problem

PARTS = {Stage.NEW_WAY: Part.NEW, Stage.SETTLING: Part.SETTLES}


@require_POST
def take(request: WorkRequest, public_id: UUID, part: str) -> HttpResponse:
    """Take the next one, for the new way or to settle it."""
    found = found_at(public_id)
    colleague = check_may_see(request.colleague)
    try:
        pair = actions.take(found, Part(part), by=colleague, at=timezone.now())
    except StalePair as why:
        toast_problem(request, str(why))
    else:
        if pair is not None:
            return redirect("parallel_runs:sheet", public_id=pair.public_id)
        toast(request, _("Nothing waits for you here now."))
    return redirect("parallel_runs:run", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What somebody has in hand; nobody else sees it."""
    pair = _pair(public_id)
    colleague = _holder(request, pair)
    if pair.stage == Stage.SETTLING:
        return _settling(request, pair, colleague)
    return _new_way(request, pair, colleague)


@require_POST
def give_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Lay it aside for somebody else."""
    pair = _pair(public_id)
    colleague = _holder(request, pair)
    try:
        actions.give_back(pair, by=colleague, at=timezone.now())
    except StalePair as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("Laid aside: somebody else can take it."))
    return redirect("parallel_runs:run", public_id=pair.run.public_id)


def _new_way(request: WorkRequest, pair: Pair, colleague: Colleague) -> HttpResponse:
    shown = queries.new_sheet(pair)
    proposed = {"topic": shown.likeliest, "text": shown.draft}
    form = AnswerForm(list(shown.topics), request.POST or None, initial=proposed)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.answer_new_way(
                pair, topic=said["topic"], text=said["text"], by=colleague, at=timezone.now()
            )
        except (NoAnswer, StalePair) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Kept and compared. Nothing was sent."))
            return redirect("parallel_runs:run", public_id=pair.run.public_id)
    status = 422 if request.method == "POST" else 200
    context = {"sheet": shown, "form": form, "run": pair.run}
    return page(request, "parallel_runs/new_way.html", context, status=status)


def _settling(request: WorkRequest, pair: Pair, colleague: Colleague) -> HttpResponse:
    form = SettlingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            right = actions.settle(pair, form.chosen(), by=colleague, at=timezone.now())
        except StalePair as why:
            form.add_error(None, str(why))
        else:
            return _settled(request, pair, right)
    status = 422 if request.method == "POST" else 200
    context = {"sheet": queries.settling_sheet(pair), "form": form, "run": pair.run}
    return page(request, "parallel_runs/settling.html", context, status=status)


def _settled(request: WorkRequest, pair: Pair, right: Right) -> HttpResponse:
    """Back to the run; but where the answer that went out was wrong, to the case itself."""
    if right in (Right.OLD, Right.BOTH):
        toast(request, _("Settled."))
        return redirect("parallel_runs:run", public_id=pair.run.public_id)
    told = _("Settled. The answer that went out here was wrong: see to it that it is put right.")
    toast_problem(request, told)
    return redirect("review:case", pair.case.public_id)


def _pair(public_id: UUID) -> Pair:
    try:
        return queries.pair_at(public_id)
    except Pair.DoesNotExist:
        raise Http404 from None


def _holder(request: WorkRequest, pair: Pair) -> Colleague:
    """Who has it in hand; raises `NotAllowed` for everybody else, whatever they may elsewhere."""
    colleague = check_may_see(request.colleague)
    part = PARTS.get(Stage(pair.stage))
    if part is None or pair.holder_id != colleague.pk:
        raise NotAllowed(_("You do not have this case in hand."))
    return check_may_work(colleague, pair.run, part)
