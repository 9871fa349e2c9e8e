"""How allauth is bent to our ways."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest, HttpResponse

from samspil.people.models import User
from samspil.people.queries import user_with_organisations
from samspil.web.noting import note_refused, note_signed_in


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody signs up: colleagues are taken on."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Put down that somebody tried in vain."""
        note_refused(request, "sign-in failed", who=str(credentials.get("email", "")))

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Put down that somebody came in."""
        note_signed_in(request, who=user.email)
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        return answer


class WithOrganisations(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """Reads who is signed in together with where they belong: every page asks for both."""

    def get_user(self, user_id: Any) -> User | None:
        user = user_with_organisations(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
