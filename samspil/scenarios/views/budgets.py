"""Budgets: what was planned and spent, what it comes to, and when it is back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.core.scenarios.budget import Alarm, Kind, per_head
from samspil.people.queries import WorkRequest, day_of
from samspil.scenarios import actions, queries
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.forms import KINDS, BudgetForm
from samspil.scenarios.models import Budget
from samspil.scenarios.queries import Reckoned
from samspil.scenarios.views.pictures import of_lines, of_year
from samspil.scenarios.views.telling import alarm_words
from samspil.scenarios.views.words import (
    hours_words,
    money,
    month_words,
    published_words,
    range_words,
)
from samspil.web.pages import page, toast


@require_safe
def budgets(request: WorkRequest) -> HttpResponse:
    """All budgets, newest first."""
    check_may_compare(request.colleague)
    today = day_of(timezone.now())
    rows = []
    for one in queries.budgets():
        found = queries.outlook_of(one, on=today)
        alarm = alarm_words(found.alarm)
        ends = range_words(found.end, one.currency)
        rows.append((one, range_words(found.plan, one.currency), ends, alarm))
    return page(request, "scenarios/budgets.html", {"rows": rows})


@require_safe
def budget(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One of them."""
    check_may_compare(request.colleague)
    found = queries.reckoned(budget_found(public_id), now=timezone.now())
    return page(request, "scenarios/budget.html", _context(found))


@require_http_methods(["GET", "HEAD", "POST"])
def budget_new(request: WorkRequest) -> HttpResponse:
    """Plan a year's money."""
    colleague = check_may_compare(request.colleague)
    begin = {"months_low": 1, "months_likely": 3, "months_high": 6}
    form = BudgetForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        made = actions.begin_budget(form.cleaned_data["year"], by=colleague, at=timezone.now())
        return redirect("scenarios:line_new", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "scenarios/year.html", _of_form(form), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def budget_change(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say otherwise what is planned."""
    colleague = check_may_compare(request.colleague)
    found = budget_found(public_id)
    form = BudgetForm(request.POST or None, initial=BudgetForm.of(found))
    if request.method == "POST" and form.is_valid():
        actions.change_budget(found, form.cleaned_data["year"], by=colleague, at=timezone.now())
        toast(request, _("Kept."))
        return redirect("scenarios:budget", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    context = {**_of_form(form), "one": found}
    return page(request, "scenarios/year.html", context, status=status)


@require_POST
def budget_remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take it from the list."""
    colleague = check_may_compare(request.colleague)
    found = budget_found(public_id)
    actions.remove_budget(found, by=colleague, at=timezone.now())
    toast(
        request,
        _("“%(name)s” is off the list.") % {"name": found.name},
        undo=reverse("scenarios:budget_restore", args=[public_id]),
    )
    return redirect("scenarios:budgets")


@require_POST
def budget_restore(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put it back."""
    colleague = check_may_compare(request.colleague)
    found = Budget.objects.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    actions.restore_budget(found, by=colleague, at=timezone.now())
    return redirect("scenarios:budget", public_id=public_id)


@require_safe
def budget_file(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """Plan, spent and what it comes to, as CSV or Excel."""
    check_may_compare(request.colleague)
    found = queries.reckoned(budget_found(public_id), now=timezone.now())
    name = f"budget-{timezone.now():%Y-%m-%d}"
    return table_file(queries.budget_rows(found), name=name, form=form)


@require_safe
def spending_file(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """What was spent, in the form in which it can be brought back."""
    check_may_compare(request.colleague)
    found = budget_found(public_id)
    name = f"spending-{timezone.now():%Y-%m-%d}"
    return table_file(queries.spending_rows(found), name=name, form=form)


def budget_found(public_id: UUID) -> Budget:
    """The budget of this address; raises `Http404`."""
    try:
        return queries.budget_at(public_id)
    except Budget.DoesNotExist:
        raise Http404 from None


def _of_form(form: BudgetForm) -> dict[str, Any]:
    return {"form": form, "hours": form.three("hours"), "months": form.three("months")}


def _context(found: Reckoned) -> dict[str, Any]:
    one, ahead, currency = found.budget, found.outlook, found.budget.currency
    by_key = {line.public_id.int: line for line in found.lines}
    return {
        "one": one,
        "found": found,
        "plan": range_words(ahead.plan, currency),
        "end": range_words(ahead.end, currency),
        "spent": money(ahead.spent, currency),
        "limit": money(ahead.limit, currency),
        "alarm": alarm_words(ahead.alarm),
        "grave": ahead.alarm in (Alarm.LIKELY, Alarm.OVER),
        "head_plan": range_words(per_head(ahead.plan, one.people), currency),
        "head_end": range_words(per_head(ahead.end, one.people), currency),
        "lines": [
            {
                "one": by_key[each.key],
                "kind": KINDS[Kind(by_key[each.key].kind)],
                "plan": range_words(each.plan, currency),
                "spent": money(each.spent, currency),
                "end": range_words(each.end, currency),
            }
            for each in ahead.lines
        ],
        "behind": ahead.behind,
        "path": of_year(found),
        "pictured": of_lines(found),
        "payback": _months(found),
        "guessed": hours_words(found.gain.guessed),
        "others": published_words(),
        "measured": [(each.process, hours_words(each.hours)) for each in found.measured],
    }


def _months(found: Reckoned) -> list[str]:
    """When it is paid back, if it goes well, in the middle, if badly; empty: nobody may tell."""
    back = found.payback
    return [month_words(each) for each in (back.p10, back.p50, back.p90)] if back else []
