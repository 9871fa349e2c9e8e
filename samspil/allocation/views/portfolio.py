"""What to start with: candidates by what they bring, the curve, the split, and payback."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from samspil.allocation import actions
from samspil.allocation.access import check_may_allocate, check_may_see, may_allocate
from samspil.allocation.forms import PARTS, EstimateForm, RateForm
from samspil.allocation.models import Estimate
from samspil.allocation.queries import Portfolio, portfolio
from samspil.allocation.views.finding import find
from samspil.core.allocation.portfolio import (
    WORDS,
    Advice,
    Range,
    pareto,
    payback_of,
    split_of,
)
from samspil.people.queries import WorkRequest
from samspil.web.charts import Chart, Point, intervals, line
from samspil.web.pages import page, toast
from samspil.web.words import in_hundred

ADVICE = {
    Advice.START: gettext_lazy("Start"),
    Advice.LOOK: gettext_lazy("Look closer"),
    Advice.LEAVE: gettext_lazy("Leave"),
}
SEED = 20_260_302
"""Of the draws behind the payback month: the same estimates give the same months."""
LISTED, CHARTED = 20, 12


@require_safe
def what_to_start(request: WorkRequest) -> HttpResponse:
    """The portfolio."""
    check_may_see(request.colleague)
    found, form = portfolio(now=timezone.now()), RateForm(request.GET or None)
    candidates = [row.candidate for row in found.rows]
    rate = form.rate()
    begun = payback_of(found.begun, rate=rate, seed=SEED) if rate and found.begun else None
    context = {
        "rows": [
            (
                row.one.task,
                between(row.candidate.gain),
                row.one.month.hours if row.one.month else None,
                ADVICE[row.advice],
                _(WORDS[row.ground]),
            )
            for row in found.rows
        ],
        "others": found.others[:LISTED],
        "gains": _gains(found),
        "curve": _curve(pareto(candidates)),
        "split": [
            (
                PARTS[part],
                in_hundred(one.gain),
                in_hundred(one.tasks),
                in_hundred(one.aim),
                one.kept,
            )
            for part, one in split_of(candidates).items()
        ],
        "form": form,
        "begun": len(found.begun),
        "payback": begun and [_month(one) for one in (begun.p10, begun.p50, begun.p90)],
        "may": may_allocate(request.colleague),
    }
    return page(request, "allocation/portfolio.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say what AI would bring in a task."""
    colleague = check_may_allocate(request.colleague)
    found = find(public_id)
    form = EstimateForm(
        request.POST or None, initial=EstimateForm.of(Estimate.objects.filter(task=found).first())
    )
    if request.method == "POST" and form.is_valid():
        actions.estimate(found, form.expected(), by=colleague, at=timezone.now())
        toast(request, _("Kept."))
        return redirect("allocation:portfolio")
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "task": found}
    return page(request, "allocation/estimate.html", context, status=status)


def between(found: Range) -> str:
    """A range of hours a week, in words; a dash where nothing is known."""
    if not found.high:
        return "–"
    ends = {
        "low": number_format(found.low, decimal_pos=1),
        "high": number_format(found.high, decimal_pos=1),
    }
    return _("%(low)s to %(high)s hours a week") % ends


def _gains(found: Portfolio) -> Chart | None:
    points = [
        Point(
            label=row.one.task.title, value=row.candidate.gain.middle,
            low=row.candidate.gain.low, high=row.candidate.gain.high,
        )
        for row in found.rows[:CHARTED]
    ]  # fmt: skip
    return intervals(points, head=(_("Task"), _("Hours a week"))) if points else None


def _curve(shares: list[float]) -> Chart | None:
    points = [
        Point(label=str(number), value=round(100 * share))
        for number, share in enumerate(shares[:CHARTED], 1)
    ]
    head = (_("Tasks"), _("of 100 hours gained"))
    return line(points, head=head) if len(points) > 1 else None


def _month(month: int | None) -> str:
    return _("month %(n)d") % {"n": month} if month else _("not in five years")
