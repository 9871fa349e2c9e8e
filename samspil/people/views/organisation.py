"""The organisation itself: its name, language and zone."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspil.core.roles import Action
from samspil.people import actions
from samspil.people.access import check_may
from samspil.people.forms import OrganisationForm
from samspil.people.models import Colleague, Kind
from samspil.people.queries import WorkRequest
from samspil.tenancy.queries import current
from samspil.web.pages import page, toast


@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: WorkRequest) -> HttpResponse:
    """What the organisation is called, which language its letters have, what its clocks show."""
    colleague = check_may(request.colleague, Action.CHANGE_ORGANISATION)
    form = OrganisationForm(request.POST or None, initial=_as_it_is())
    if request.method == "POST" and form.is_valid():
        actions.change_organisation(**form.cleaned_data, by=colleague, at=timezone.now())
        toast(request, _("The organisation is changed."))
        return redirect("organisation")
    status = 422 if request.method == "POST" else 200
    return page(request, "people/organisation.html", {"form": form}, status=status)


def _as_it_is() -> dict[str, str]:
    found = current()
    ai = Colleague.objects.filter(kind=Kind.AI, left_at__isnull=True).order_by("pk").first()
    return {
        "name": found.name,
        "language": found.language,
        "time_zone": found.time_zone,
        "ai_name": ai.name if ai else "",
    }
