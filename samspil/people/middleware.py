"""Every request is one colleague's in one organisation, or nobody's in none."""

import time
import zoneinfo
from collections.abc import Callable

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from samspil.core.roles import NotAllowed
from samspil.people import queries
from samspil.people.models import User
from samspil.people.queries import WorkRequest
from samspil.tenancy import actions as tenancy
from samspil.tenancy import queries as organisations
from samspil.tenancy.models import Organisation
from samspil.web.noting import tell_refused

View = Callable[[HttpRequest], HttpResponse]


class CurrentColleague:
    """Enters the organisation of the account, or of the token, for the whole request."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: WorkRequest) -> HttpResponse:
        request.organisation = request.colleague = None
        response = self._answer(request)
        if getattr(request, "organisation", None):
            response.headers.setdefault("Cache-Control", _kept(response))
        return response

    def _answer(self, request: WorkRequest) -> HttpResponse:
        token = _token(request)
        organisation = _of_token(token) if token else _of_account(request)
        if organisation is None:
            return self.get_response(request)
        zone = zoneinfo.ZoneInfo(organisation.time_zone)
        with tenancy.enter(organisation), timezone.override(zone):
            request.organisation = organisation
            if token:
                request.colleague = queries.colleague_of_token(token.split("_", 2)[2])
            elif isinstance(request.user, User):
                request.colleague = queries.colleague_of(request.user)
            if request.colleague is not None:
                request.colleague.organisation = organisation  # is known: no need to read it again
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, why: Exception) -> HttpResponse | None:
        """Show a person why they may not; let everything else crash."""
        if not isinstance(why, NotAllowed):
            return None
        tell_not_allowed(request)
        return render(request, "403.html", {"why": str(why)}, status=403)


def tell_not_allowed(request: HttpRequest) -> None:
    """Put down who tried what their roles do not cover."""
    colleague = getattr(request, "colleague", None)
    route = request.resolver_match.view_name if request.resolver_match else ""
    tell_refused(request, f"not allowed {route}", who=str(colleague.public_id) if colleague else "")


def _is_over(session: SessionBase) -> bool:
    """Whether whoever is signed in has been so for as long as anybody may be."""
    signed_in = [one["at"] for one in session.get(AUTHENTICATION_METHODS_SESSION_KEY, ())]
    return bool(signed_in) and time.time() - min(signed_in) > settings.SESSION_COOKIE_AGE


def _kept(response: HttpResponse) -> str:
    """What a browser may keep: a page, so that going back loses nothing that was typed; no file."""
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return "private, no-cache" if is_page else "private, no-store"


def _token(request: HttpRequest) -> str:
    """The bearer token of a request to the API; pages never take one."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if scheme == "Bearer" and request.path.startswith("/api/") else ""


def _of_token(token: str) -> Organisation | None:
    parts = token.split("_", 2)
    try:
        return organisations.organisation(parts[1]) if len(parts) == 3 else None
    except (Organisation.DoesNotExist, ValidationError):
        return None


def _of_account(request: HttpRequest) -> Organisation | None:
    if request.path.startswith("/api/") or not isinstance(request.user, User):
        return None
    if _is_over(request.session):
        logout(request)
        return None
    return queries.organisation_of(request.user, request.session)
