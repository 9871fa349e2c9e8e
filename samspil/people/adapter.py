"""How allauth is bent to our ways."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody signs up: colleagues are taken on."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
