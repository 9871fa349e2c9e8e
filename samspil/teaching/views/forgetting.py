"""Forget a person: type an address, see what AI was taught by it, and let that go for good."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, may_do
from samspil.teaching import actions
from samspil.teaching.access import check_may_forget
from samspil.teaching.forms import PersonForm
from samspil.teaching.queries.forgetting import sender_of, traces_of
from samspil.web.pages import page, toast, toast_problem
from samspil.work.models import Case


@require_http_methods(["GET", "HEAD", "POST"])
def forget(request: WorkRequest) -> HttpResponse:
    """Type an address, or come from a case of theirs; the look changes nothing.

    The address stands in no web address: those are written into logs.
    """
    check_may_forget(request.colleague)
    form = PersonForm(request.POST or None, initial={"address": _written_by(request)})
    context: dict[str, object] = {"form": form}
    if request.method == "POST" and form.is_valid():
        address = form.cleaned_data["address"]
        context |= {"found": traces_of(address), "address": address}
    status = 422 if form.errors else 200
    return page(request, "teaching/forget.html", context, status=status)


@require_POST
def forget_now(request: WorkRequest) -> HttpResponse:
    """Forget what the look showed, for good."""
    colleague = check_may_forget(request.colleague)
    form = PersonForm(request.POST)
    if not form.is_valid():
        toast_problem(request, _("Nothing was forgotten: type the address once more."))
        return redirect("teaching:forget")
    done = actions.forget_person(form.cleaned_data["address"], by=colleague, at=timezone.now())
    n, lessons = done.traces.examples, len(done.lessons)
    said = ngettext(
        "%(n)d example was deleted for good.", "%(n)d examples were deleted for good.", n
    ) % {"n": n}
    if lessons:
        learns = ngettext(
            "AI learns anew in %(n)d process.", "AI learns anew in %(n)d processes.", lessons
        )
        said = f"{said} {learns % {'n': lessons}}"
    toast(request, said)
    return redirect("teaching:forget")


def _written_by(request: WorkRequest) -> str:
    """Who wrote the case that the reader comes from; empty for those who may not see cases."""
    reader = request.colleague
    if reader is None or not may_do(reader, Action.SEE_CASES):
        return ""
    try:
        return sender_of(UUID(request.GET.get("case", "")), reader=reader)
    except (ValueError, Case.DoesNotExist):
        return ""
