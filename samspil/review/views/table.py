"""All cases, open and closed, as a table."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.review import actions
from samspil.review.queries.columns import COLUMNS, columns_named, known_of
from samspil.review.queries.table import Sort, columns_chosen, table_page
from samspil.review.views.lists import TABLE, kept_as, table_form, table_wanted
from samspil.web.pages import page, toast
from samspil.web.parts import ColumnChoice

SORTS = {
    Sort.NEWEST: _("newest first"),
    Sort.OLDEST: _("oldest first"),
    Sort.DUE: _("by deadline"),
    Sort.CLOSED: _("closed last first"),
}


@require_safe
def all_cases(request: WorkRequest) -> HttpResponse:
    """One page of the table, narrowed and ordered as its address says."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    form = table_form(request.GET)
    wanted = table_wanted(request.GET, form.chosen())
    shown = table_page(wanted, reader=colleague)
    columns = columns_named(columns_chosen(colleague))
    known = known_of(shown.rows, columns, topics=form.topic_names)
    chosen = wanted.chosen()
    kept = {"list": TABLE, "sort": wanted.sort.value, **chosen}
    context = {
        "now": timezone.now(),
        "narrowing": form,
        "narrowed": len(chosen),
        "gone": form.gone(),
        "sort": wanted.sort,
        "sorts": [(one.value, label) for one, label in SORTS.items()],
        "columns": columns,
        "rows": [
            (case, [(column.name, column.cell(case, known)) for column in columns])
            for case in shown.rows
        ],
        "kept": kept_as(**kept),
        "heads": _heads(wanted.sort, chosen),
        "later": kept_as(**{**kept, "after": shown.last}) if shown.last else "",
        "earlier": kept_as(**kept) if wanted.after else "",
        "choices": [
            ColumnChoice(name=one.name, label=str(one.label), shown=one in columns)
            for one in COLUMNS
        ],
        "may_choose": may_do(colleague, Action.DECIDE_CASES),
    }
    return page(request, "review/all.html", context)


@require_POST
def choose_columns(request: WorkRequest) -> HttpResponse:
    """Remember which columns somebody wants to see."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    actions.choose_columns(request.POST.getlist("column"), by=colleague)
    toast(request, gettext("The table shows these columns from now on."))
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(f"{reverse('review:all')}{query}")


def _heads(sort: Sort, chosen: dict[str, str]) -> dict[str, str]:
    """Where the head of a column leads that the table can be ordered by."""
    heads = {}
    for column in COLUMNS:
        if column.sort:
            other = Sort.OLDEST if column.sort == sort == Sort.NEWEST else Sort(column.sort)
            heads[column.name] = kept_as(sort=other.value, **chosen)
    return heads
