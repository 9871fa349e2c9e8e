"""Take a case out of somebody's hands."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review.views.deciding import to_case
from samspil.review.views.reading import find
from samspil.web.pages import toast, toast_problem
from samspil.work import actions


@require_POST
def free(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put a case that somebody else holds back into the queue."""
    colleague = check_may(request.colleague, Action.REASSIGN_CASES)
    found = find(public_id, colleague)
    try:
        actions.reassign(found, to=None, by=colleague, at=timezone.now())
    except actions.StaleCase:
        toast_problem(request, _("Somebody was faster: this case has moved on."))
    else:
        toast(request, _("The case waits in the queue again; its holder is told."))
    return to_case(request, found)
