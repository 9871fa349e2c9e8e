"""Say how protected a case is."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.core.masking import DataClass
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review.views.deciding import to_case
from samspil.review.views.reading import find
from samspil.web.pages import toast, toast_problem
from samspil.work import actions


@require_POST
def class_case(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Treat the case as sensitive, or as personal again."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    wanted = DataClass.SPECIAL if "special" in request.POST else DataClass.PERSONAL
    try:
        actions.class_case(found, wanted, by=colleague, at=timezone.now())
    except actions.FoundSpecial as why:
        toast_problem(request, str(why))
    else:
        if wanted is DataClass.SPECIAL:
            toast(request, _("Treated as sensitive: AI finishes nothing of it alone."))
        else:
            toast(request, _("Treated as personal data again."))
    return to_case(request, found)
