"""Who is away, and who stands in."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.core.roles import Action
from samspil.people.actions import cancel_absence, plan_absence
from samspil.people.models import Absence, Colleague
from samspil.people.queries import WorkRequest, absence, absences, check_may, may_do, people
from samspil.web.pages import page, toast
from samspil.work.forms import AbsenceForm

MOST = 200
SHOWN_FOR = timedelta(days=7)
"""How long an absence is listed after its last day."""


@require_http_methods(["GET", "HEAD", "POST"])
def absent(request: WorkRequest) -> HttpResponse:
    """Who is away now and soon; everybody enters themselves, a leader others too."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    form = _form(request, colleague)
    if form.is_valid():
        plan_absence(
            form.person("colleague") or colleague,
            first_day=form.cleaned_data["first_day"],
            last_day=form.cleaned_data["last_day"],
            deputy=form.person("deputy"),
            by=colleague,
            at=timezone.now(),
        )
        toast(request, _("The absence is entered."))
        return redirect("settings:absences")
    today = timezone.localdate()
    leads = may_do(colleague, Action.REASSIGN_CASES)
    rows = absences(since=today - SHOWN_FOR, most=MOST)
    context = {
        "rows": [(row, leads or row.colleague_id == colleague.pk) for row in rows],
        "today": today,
        "form": form,
    }
    return page(request, "work/absences.html", context, status=422 if form.errors else 200)


@require_POST
def cancel(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take an absence back."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    try:
        found = absence(public_id)
    except Absence.DoesNotExist:
        raise Http404 from None
    cancel_absence(found, by=colleague, at=timezone.now())
    toast(request, _("The absence is taken back."))
    return redirect("settings:absences")


def _form(request: WorkRequest, colleague: Colleague) -> AbsenceForm:
    everybody = people()
    may_name = everybody if may_do(colleague, Action.REASSIGN_CASES) else [colleague]
    if request.method == "POST":
        return AbsenceForm(request.POST, people=everybody, may_name=may_name)
    initial = {"colleague": str(colleague.public_id)}
    return AbsenceForm(initial=initial, people=everybody, may_name=may_name)
