"""Say whether AI learns anew by itself, and answer what it offers."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.people.queries import WorkRequest
from samspil.teaching import actions
from samspil.teaching.access import check_may_teach
from samspil.teaching.views.finding import find_process, find_version
from samspil.web.pages import toast
from samspil.work.actions import let_learn


@require_POST
def learning(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let AI learn anew by itself here, or no longer."""
    colleague = check_may_teach(request.colleague)
    by_itself = request.POST.get("by_itself") == "yes"
    let_learn(find_process(public_id), by_itself=by_itself, by=colleague, at=timezone.now())
    said = (
        _("AI learns anew by itself from now on.")
        if by_itself
        else _("AI no longer learns anew by itself.")
    )
    toast(request, said)
    return redirect("teaching:versions", public_id=public_id)


@require_POST
def answer(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Leave it as it is: the offered version is not used, or the one that took over stays."""
    colleague = check_may_teach(request.colleague)
    found = find_version(public_id)
    if actions.answer_trial(found, by=colleague, at=timezone.now()):
        toast(request, _("Everything stays as it is."))
    return redirect("teaching:versions", public_id=found.process.public_id)
