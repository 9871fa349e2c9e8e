"""A table of many people's answers: looked at, brought in once that is confirmed, and taken out."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from samspil.audit import actions, queries
from samspil.audit.access import check_may_ask
from samspil.audit.forms import ManyForm
from samspil.audit.models import Audit, Bringing
from samspil.audit.queries import Looked
from samspil.audit.views.showing import audit_here, language_now
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast, toast_problem, whole_number


@require_http_methods(["GET", "HEAD", "POST"])
def table(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Look at what a table says of many people, and bring it in once that is confirmed.

    Nothing of the file is kept: what was looked at comes back with the confirmation, with running
    numbers in place of labels.
    """
    colleague = check_may_ask(request.colleague)
    audit = audit_here(public_id)
    form = ManyForm(request.POST or None, request.FILES or None)
    looked: Looked | None = None
    if request.method == "POST" and form.is_valid():
        chosen = {key: str(said) for key, said in request.POST.items() if key.startswith("task-")}
        looked = queries.look_at_table(
            form.cleaned_data["found"], audit, chosen=chosen, language=language_now()
        )
        if _is_sure(request, looked):
            kept = _brought(request, form, audit, looked, by=colleague)
            if kept is not None:
                return kept
    context: dict[str, Any] = {
        "audit": audit, "form": form, "looked": looked,
        "open": queries.is_open(audit, at=timezone.now()), "again": ManyForm(),
    }  # fmt: skip
    return page(request, "audit/many.html", context, status=422 if form.errors else 200)


def _is_sure(request: WorkRequest, looked: Looked) -> bool:
    """Whether it was confirmed, and nothing is wrong that was not seen before."""
    seen = whole_number(request.POST.get("seen", "")) or 0
    return "sure" in request.POST and len(looked.wrong) <= seen


def _brought(
    request: WorkRequest, form: ManyForm, audit: Audit, looked: Looked, *, by: Colleague
) -> HttpResponse | None:
    try:
        made = actions.bring_table(audit, looked.people, by=by, at=timezone.now())
    except (actions.UnfitBringing, actions.NotNow, actions.UnfitTask) as why:
        form.add_error(None, str(why))
        return None
    said = ngettext(
        "Answers of %(n)d person came in.", "Answers of %(n)d people came in.", made.people
    ) % {"n": made.people}
    undo = reverse("audit:take_out", args=[audit.public_id, made.public_id])
    toast(request, said, undo=undo)
    return redirect("audit:round", public_id=audit.public_id)


@require_POST
def take_out(request: WorkRequest, public_id: UUID, table_id: UUID) -> HttpResponse:
    """Undo that a table was brought in."""
    colleague = check_may_ask(request.colleague)
    try:
        brought = queries.bringing_at(audit_here(public_id), table_id)
    except Bringing.DoesNotExist:
        raise Http404 from None
    try:
        actions.take_table_out(brought, by=colleague, at=timezone.now())
    except actions.NotNow as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("The table is out again, wholly."))
    return redirect("audit:round", public_id=public_id)
