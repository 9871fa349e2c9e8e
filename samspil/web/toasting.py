"""Where toasts wait for the next page: in a cookie of this host, long ones in the session."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class HostCookie(CookieStorage):
    """The cookie, which no other host may set or read."""

    cookie_name = f"{settings.HOST_ONLY}messages"


class Toasts(FallbackStorage):
    """As Django keeps them, with that cookie."""

    storage_classes = (HostCookie, SessionStorage)
