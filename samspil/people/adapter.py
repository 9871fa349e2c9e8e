"""How allauth is bent to our ways."""

from base64 import b64decode, b64encode
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from samspil.adapters.sealing import seal, unseal
from samspil.people.models import User
from samspil.people.queries import user_with_organisations
from samspil.web.noting import tell_refused, tell_signed_in

FACTOR = "second factor"
SEALED = "sealed:"


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody signs up: colleagues are taken on."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Put down that somebody tried in vain."""
        tell_refused(request, "sign-in failed", who=str(credentials.get("email", "")))

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Put down that somebody came in."""
        tell_signed_in(request, who=user.email)
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        return answer


class SealedFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """What second factors are made from is kept sealed: a copy of the database opens no account."""

    def encrypt(self, text: str) -> str:
        """As it is stored."""
        return SEALED + b64encode(seal(text, of=FACTOR, key=settings.FILES_KEY)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """As it is used; what was stored before it was sealed is read as it stands."""
        if not encrypted_text.startswith(SEALED):
            return encrypted_text
        stored = b64decode(encrypted_text.removeprefix(SEALED))
        return unseal(stored, of=FACTOR, key=settings.FILES_KEY)


class WithOrganisations(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """Reads who is signed in together with where they belong: every page asks for both."""

    def get_user(self, user_id: Any) -> User | None:
        user = user_with_organisations(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
