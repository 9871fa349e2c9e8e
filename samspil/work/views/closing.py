"""Close a process, so that only its teams see its cases, and open it again."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.web.pages import toast
from samspil.work import actions
from samspil.work.views.finding import find_process


@require_POST
def close_process(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let only the process's teams see its cases."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = find_process(public_id)
    actions.close_process(found, by=colleague, at=timezone.now())
    undo = reverse("work:open_process", args=[public_id])
    toast(request, _("Only its teams see the cases of %(name)s.") % {"name": found.name}, undo=undo)
    return redirect("work:process", public_id=public_id)


@require_POST
def open_process(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let everybody who may see cases see those of the process."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = find_process(public_id)
    actions.open_process(found, by=colleague, at=timezone.now())
    undo = reverse("work:close_process", args=[public_id])
    said = _("Everybody who may see cases sees those of %(name)s.") % {"name": found.name}
    toast(request, said, undo=undo)
    return redirect("work:process", public_id=public_id)
