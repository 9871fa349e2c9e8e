"""How long each kind of data is kept, how much is due, and what was deleted."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.core.retention.categories import Category, country_of
from samspil.core.roles import Action
from samspil.governance import actions
from samspil.governance.models import PurgeReport
from samspil.governance.queries import (
    check_may_keep_time,
    may_keep_time,
    overdue_holds,
    purge_reports,
)
from samspil.people.queries import WorkRequest, check_may, day_of
from samspil.tenancy.queries import current
from samspil.trust.forms import PeriodForm
from samspil.trust.queries import retention_words as words
from samspil.trust.queries.retention import Due, due_everywhere, due_of, waits_for_a_yes
from samspil.web.pages import page, toast, whole_number

REPORTS = 14
"""Reports on the page; the file holds all."""
MOST_REPORTS = 1000
"""More than two years have days."""


@require_safe
def retention(request: WorkRequest) -> HttpResponse:
    """The dry run: every kind of data with its period, and what is due today and soon."""
    check_may_keep_time(request.colleague)
    now = timezone.now()
    found = due_everywhere(at=now)
    context = {
        "rows": [_row(one) for one in found],
        "waiting": [_row(one) for one in found if one.now and not one.kept.agreed],
        "country": words.COUNTRIES[country_of(current().time_zone)],
        "reports": [_report(one) for one in purge_reports(most=REPORTS)],
        "overdue": overdue_holds(on=day_of(now)),
    }
    return page(request, "retention/retention.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def period(request: WorkRequest, category: str) -> HttpResponse:
    """One kind of data: the rule and its source; say how long it is kept here."""
    colleague = check_may_keep_time(request.colleague)
    found = due_of(_category(category), at=timezone.now())
    kept = found.kept
    said = {"days": kept.days, "why": kept.own.why if kept.own else ""}
    form = PeriodForm(request.POST or None, initial=said, rule=kept.rule)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.set_period(
                kept.rule.category, given["days"], why=given["why"], by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except actions.BadPeriod as why:
            form.add_error("days", str(why))
        else:
            toast(request, _("It holds from the coming night on."))
            return redirect("retention:retention")
    context = {**_row(found), "form": form}
    return page(request, "retention/period.html", context, status=422 if form.errors else 200)


@require_POST
def usual(request: WorkRequest, category: str) -> HttpResponse:
    """Keep it as long as usual again."""
    colleague = check_may_keep_time(request.colleague)
    actions.use_usual_period(_category(category), by=colleague, at=timezone.now())
    toast(request, _("The usual period holds from the coming night on."))
    return redirect("retention:retention")


@require_POST
def agree(request: WorkRequest, category: str) -> HttpResponse:
    """Let the deletion begin of what waits for a yes."""
    colleague = check_may_keep_time(request.colleague)
    seen = whole_number(request.POST.get("due", "")) or 0
    actions.agree_to_purge(_category(category), due=seen, by=colleague, at=timezone.now())
    toast(request, _("It begins in the coming night. A hold stops it at any time."))
    return redirect("retention:retention")


@require_safe
def reminders(request: WorkRequest) -> HttpResponse:
    """What waits for those who say how long data is kept, to be shown on Today."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    now = timezone.now()
    asked = may_keep_time(colleague)
    context = {
        "waiting": waits_for_a_yes(at=now) if asked else 0,
        "overdue": overdue_holds(on=day_of(now)) if asked else 0,
    }
    return page(request, "retention/reminders.html", context)


@require_safe
def export(request: WorkRequest) -> HttpResponse:
    """What was deleted and emptied, day by day, as CSV or as an Excel sheet: counts only."""
    check_may_keep_time(request.colleague)
    head = (_("Day"), _("Kind of data"), _("Rows"), _("Ended"))
    rows = [head]
    for one in purge_reports(most=MOST_REPORTS):
        ended = one.ended_at.isoformat() if one.ended_at else ""
        rows += [
            (one.day.isoformat(), words.category_words(Category(name)), str(many), ended)
            for name, many in sorted(one.counts.items())
        ]
    form = "xlsx" if request.GET.get("format") == "xlsx" else "csv"
    return table_file(rows, name=f"deleted-{timezone.now():%Y-%m-%d}", form=form)


def _category(name: str) -> Category:
    if name not in list(Category):
        raise Http404(name)
    return Category(name)


def _row(due: Due) -> dict[str, object]:
    rule = due.kept.rule
    return {
        "due": due,
        "category": rule.category.value,
        "name": words.category_words(rule.category),
        "kept": words.days_words(due.kept.days),
        "usual": words.days_words(rule.days),
        "bounds": words.bounds_words(rule),
        "since": words.SINCE[rule.since],
        "then": words.THEN[rule.then],
        "why": _(rule.why),
        "certainty": words.CERTAINTY[rule.certainty],
    }


def _report(report: PurgeReport) -> dict[str, object]:
    counts = [
        (words.category_words(Category(name)), many) for name, many in sorted(report.counts.items())
    ]
    failed = [words.category_words(Category(name)) for name in report.failed]
    return {"report": report, "counts": counts, "failed": failed}
