"""Lines of a budget: planned, spent month by month, brought in from a table."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from samspil.people.queries import WorkRequest
from samspil.scenarios import actions, queries
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.actions import StaleLine, UnfitLine, UnfitSpending
from samspil.scenarios.forms import LineForm, MonthsForm, SpendingFileForm
from samspil.scenarios.models import BudgetLine
from samspil.scenarios.views.budgets import budget_found
from samspil.web.pages import page, toast, toast_problem


@require_http_methods(["GET", "HEAD", "POST"])
def line_new(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Plan one more line."""
    colleague = check_may_compare(request.colleague)
    found = budget_found(public_id)
    form = LineForm(request.POST or None, currency=found.currency)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_line(found, form.cleaned_data["planned"], by=colleague, at=timezone.now())
        except UnfitLine as why:
            form.add_error("name", str(why))
        else:
            toast(request, _("Kept."))
            return redirect("scenarios:budget", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "plan": form.three("plan"), "one": found}
    return page(request, "scenarios/line.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Plan a line otherwise."""
    colleague = check_may_compare(request.colleague)
    kept = _line_at(public_id)
    form = LineForm(request.POST or None, initial=LineForm.of(kept), currency=kept.budget.currency)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.change_line(
                kept, given["planned"], seen=given["seen"] or 0, by=colleague, at=timezone.now()
            )
        except (UnfitLine, StaleLine) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Kept."))
            return redirect("scenarios:budget", public_id=kept.budget.public_id)
    return _page(request, kept, form=form, months=MonthsForm(line=kept))


@require_POST
def line_months(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Write down what it cost, month by month."""
    colleague = check_may_compare(request.colleague)
    kept = _line_at(public_id)
    months = MonthsForm(request.POST, line=kept)
    if months.is_valid():
        seen = months.cleaned_data["seen"]
        try:
            actions.spend(kept, months.amounts(), seen=seen, by=colleague, at=timezone.now())
        except StaleLine as why:
            months.add_error(None, str(why))
        else:
            toast(request, _("Kept."))
            return redirect("scenarios:budget", public_id=kept.budget.public_id)
    form = LineForm(initial=LineForm.of(kept), currency=kept.budget.currency)
    return _page(request, kept, form=form, months=months)


@require_POST
def line_remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave a line out."""
    colleague = check_may_compare(request.colleague)
    kept = _line_at(public_id)
    actions.remove_line(kept, by=colleague, at=timezone.now())
    toast(
        request,
        _("“%(name)s” is left out.") % {"name": kept.name},
        undo=reverse("scenarios:line_restore", args=[public_id]),
    )
    return redirect("scenarios:budget", public_id=kept.budget.public_id)


@require_POST
def line_restore(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put it back."""
    colleague = check_may_compare(request.colleague)
    kept = _line_at(public_id)
    try:
        actions.restore_line(kept, by=colleague, at=timezone.now())
    except UnfitLine as why:
        toast_problem(request, str(why))
    return redirect("scenarios:budget", public_id=kept.budget.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take what was spent from a file: every row, or none."""
    colleague = check_may_compare(request.colleague)
    found = budget_found(public_id)
    form = SpendingFileForm(request.POST or None, request.FILES or None)
    faults: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            many = actions.bring_spending(found, form.given().file, by=colleague, at=timezone.now())  # type: ignore[arg-type]  # the stubs know no more of it
        except UnfitSpending as why:
            faults = why.faults
            form.add_error("file", _("Nothing was taken."))
        else:
            words = ngettext("%(n)d amount taken.", "%(n)d amounts taken.", many)
            toast(request, words % {"n": many})
            return redirect("scenarios:budget", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "faults": faults, "one": found}
    return page(request, "scenarios/bring.html", context, status=status)


def _page(
    request: WorkRequest, kept: BudgetLine, *, form: LineForm, months: MonthsForm
) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form, "plan": form.three("plan"), "months": months, "one": kept.budget,
        "line": kept,
    }  # fmt: skip
    return page(request, "scenarios/line.html", context, status=status)


def _line_at(public_id: UUID) -> BudgetLine:
    try:
        return queries.line_at(public_id)
    except BudgetLine.DoesNotExist:
        raise Http404 from None
