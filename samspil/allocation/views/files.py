"""Criteria as a file, out and in."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from samspil.adapters.tables import table_file
from samspil.allocation import actions
from samspil.allocation.access import check_may_allocate, check_may_see
from samspil.allocation.forms import CriteriaFileForm
from samspil.allocation.queries import criteria_rows
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast


@require_safe
def criteria_file(request: WorkRequest, form: str) -> HttpResponse:
    """Every task with what is said of it, as CSV or Excel."""
    check_may_see(request.colleague)
    return table_file(criteria_rows(), name=f"tasks-{timezone.now():%Y-%m-%d}", form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def bring_criteria(request: WorkRequest) -> HttpResponse:
    """Take criteria from a file: every row, or none."""
    colleague = check_may_allocate(request.colleague)
    form = CriteriaFileForm(request.POST or None, request.FILES or None)
    faults: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            many = actions.bring_criteria(form.given().file, by=colleague, at=timezone.now())  # type: ignore[arg-type]  # the stubs know no more of it
        except actions.UnfitCriteria as why:
            faults = why.faults
            form.add_error("file", _("Nothing was taken."))
        else:
            words = ngettext("%(n)d task judged.", "%(n)d tasks judged.", many)
            toast(request, words % {"n": many})
            return redirect("allocation:matrix")
    status = 422 if request.method == "POST" else 200
    return page(request, "allocation/bring.html", {"form": form, "faults": faults}, status=status)
