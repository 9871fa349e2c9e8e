"""Add to a case: what the customer said on another way."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.review.forms import MessageForm
from samspil.review.views.deciding import to_case
from samspil.review.views.reading import case_page, find
from samspil.web.pages import toast
from samspil.work import actions


@require_POST
def add_message(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put a message of the customer into the case; a closed one opens again."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    form = MessageForm(request.POST, auto_id="message_%s")
    if not form.is_valid():
        return case_page(request, colleague, found, message=form, status=422)
    arrival = actions.Arrival(text=form.cleaned_data["text"])
    received = actions.receive(arrival, case=found, at=timezone.now(), by=colleague)
    if received.reopened:
        toast(request, _("The case is open again. AI looks at the new message first."))
    else:
        toast(request, _("The message stands in the case."))
    return to_case(request, received.case)
