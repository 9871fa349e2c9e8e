"""Options of a comparison: laid out, changed, left out."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.people.queries import WorkRequest
from samspil.scenarios import actions, queries
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.actions import StaleOption, UnfitOption
from samspil.scenarios.forms import OptionForm
from samspil.scenarios.models import Option
from samspil.scenarios.views.comparison import found_at
from samspil.web.pages import page, toast, toast_problem


@require_http_methods(["GET", "HEAD", "POST"])
def option_new(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Lay out one more option."""
    colleague = check_may_compare(request.colleague)
    found = found_at(public_id)
    form = OptionForm(request.POST or None, currency=found.currency)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_option(found, form.said(), by=colleague, at=timezone.now())
        except UnfitOption as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Kept."))
            return redirect("scenarios:comparison", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "scenarios/option.html", {"form": form, "one": found}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def option(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say an option otherwise."""
    colleague = check_may_compare(request.colleague)
    kept = _option_at(public_id)
    found = kept.comparison
    form = OptionForm(request.POST or None, initial=OptionForm.of(kept), currency=found.currency)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_option(
                kept, form.said(), seen=form.cleaned_data["seen"] or 0, by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except (UnfitOption, StaleOption) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Kept."))
            return redirect("scenarios:comparison", public_id=found.public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "one": found, "option": kept}
    return page(request, "scenarios/option.html", context, status=status)


@require_POST
def option_remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave an option out."""
    colleague = check_may_compare(request.colleague)
    kept = _option_at(public_id)
    actions.remove_option(kept, by=colleague, at=timezone.now())
    toast(
        request,
        _("“%(name)s” is left out.") % {"name": kept.name},
        undo=reverse("scenarios:option_restore", args=[public_id]),
    )
    return redirect("scenarios:comparison", public_id=kept.comparison.public_id)


@require_POST
def option_restore(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put it back."""
    colleague = check_may_compare(request.colleague)
    kept = _option_at(public_id)
    try:
        actions.restore_option(kept, by=colleague, at=timezone.now())
    except UnfitOption as why:
        toast_problem(request, str(why))
    return redirect("scenarios:comparison", public_id=kept.comparison.public_id)


def _option_at(public_id: UUID) -> Option:
    try:
        return queries.option_at(public_id)
    except Option.DoesNotExist:
        raise Http404 from None
