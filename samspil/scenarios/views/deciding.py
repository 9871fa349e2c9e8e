"""Decide in writing, look at it again, and take the figures along."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.people.queries import WorkRequest, day_of
from samspil.scenarios import actions, queries
from samspil.scenarios.access import check_may_compare, may_compare
from samspil.scenarios.actions import StaleFigures, UnfitChoice
from samspil.scenarios.forms import ChoiceForm
from samspil.scenarios.models import Choice
from samspil.scenarios.queries import comparison_rows
from samspil.scenarios.views.comparison import found_at, whole_page
from samspil.web.pages import page, toast


@require_safe
def comparisons(request: WorkRequest) -> HttpResponse:
    """All comparisons, newest first."""
    check_may_compare(request.colleague)
    today = day_of(timezone.now())
    rows = [
        (one, len(one.options.all()), next(iter(one.choices.all()), None))
        for one in queries.comparisons()
    ]
    return page(request, "scenarios/comparisons.html", {"rows": rows, "today": today})


@require_safe
def due(request: WorkRequest) -> HttpResponse:
    """Decisions to look at again and budgets that run out, to be shown on Today."""
    today, show = day_of(timezone.now()), may_compare(request.colleague)
    context = {
        "choices": queries.to_look_at(on=today) if show else [],
        "budgets": queries.running_out(on=today) if show else [],
    }
    return page(request, "scenarios/due.html", context)


@require_POST
def choose(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Keep what was decided, and why."""
    colleague = check_may_compare(request.colleague)
    found = found_at(public_id)
    data = request.POST.copy()
    form = ChoiceForm(data, options=queries.weighed(found).options)
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.choose(
                found, form.chosen(), reason=given["reason"], otherwise=given["otherwise"],
                look_again_on=given["look_again_on"], seen=given["seen"], by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except UnfitChoice as why:
            form.add_error(None, str(why))
        except StaleFigures as why:
            data["seen"] = str(found.version)
            form.add_error(None, str(why))
        else:
            toast(request, _("Decided, and kept with the figures as they are today."))
            return redirect("scenarios:comparison", public_id=public_id)
    return whole_page(request, found, form=form, status=422)


@require_POST
def look_again(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that one has looked at a decision again, and it stands."""
    colleague = check_may_compare(request.colleague)
    found = Choice.objects.filter(public_id=public_id).select_related("comparison").first()
    if found is None:
        raise Http404
    actions.look_again(found, by=colleague, at=timezone.now())
    toast(request, _("Noted that you have looked at it again, and it stands."))
    return redirect("scenarios:comparison", public_id=found.comparison.public_id)


@require_safe
def file(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """What was said and what comes of it, as CSV or Excel."""
    check_may_compare(request.colleague)
    found = queries.weighed(found_at(public_id))
    name = f"comparison-{timezone.now():%Y-%m-%d}"
    return table_file(comparison_rows(found), name=name, form=form)
