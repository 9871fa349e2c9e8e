"""Every request is one colleague's in one organisation, or nobody's in none."""

import zoneinfo
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from samspil.people import queries
from samspil.people.models import Colleague, User
from samspil.tenancy import actions as tenancy
from samspil.tenancy.models import Organisation

View = Callable[[HttpRequest], HttpResponse]
CHOSEN = "organisation"


class WorkRequest(HttpRequest):
    """A request as views see it behind this middleware."""

    organisation: Organisation | None
    colleague: Colleague | None


def current_colleague(get_response: View) -> View:
    """Enter the account's chosen organisation, by default its first, for the whole request."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.organisation = request.colleague = None  # type: ignore[attr-defined]  # WorkRequest
        if not isinstance(request.user, User):
            return get_response(request)
        mine = queries.organisations_of(request.user)
        chosen = request.session.get(CHOSEN)
        organisation = next((one for one in mine if str(one.public_id) == chosen), None)
        organisation = organisation or next(iter(mine), None)
        if organisation is None:
            return get_response(request)
        zone = zoneinfo.ZoneInfo(organisation.time_zone)
        with tenancy.enter(organisation), timezone.override(zone):
            request.organisation = organisation  # type: ignore[attr-defined]
            request.colleague = queries.colleague_of(request.user)  # type: ignore[attr-defined]
            return get_response(request)

    return respond
