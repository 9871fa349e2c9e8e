"""Let a standard answer be sent without a look, or no longer."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.knowledge import actions
from samspil.knowledge.access import check_may_agree, check_may_keep_standard
from samspil.knowledge.views.standards import find_standard
from samspil.people.queries import WorkRequest
from samspil.web.pages import toast, toast_problem, whole_number


@require_POST
def agree_to_alone(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Agree that AI sends it by itself, as it reads on the page."""
    found = find_standard(request, public_id)
    colleague = check_may_agree(request.colleague, found)
    seen = whole_number(request.POST.get("seen", "")) or 0
    try:
        actions.agree_to_alone(found, seen=seen, by=colleague, at=timezone.now())
    except (actions.BadStandard, actions.StaleStandard) as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("Agreed. It is sent without a look once people verified it often enough."))
    return redirect("knowledge:standard", public_id=public_id)


@require_POST
def end_alone(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Have a person look at it each time again."""
    found = find_standard(request, public_id)
    colleague = check_may_keep_standard(request.colleague, found)
    actions.end_alone(found, by=colleague, at=timezone.now())
    toast(request, _("From now on a person looks at it before it is sent."))
    return redirect("knowledge:standard", public_id=public_id)
