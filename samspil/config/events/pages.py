"""Where pages find the event stream, and the leave to ask there."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]


def address_for(request: HttpRequest) -> str:
    """The stream's address for this page; empty where there is none.

    `SAMSPIL_EVENTS_URL` is a path on the same port (`/events/`), or begins with another port of the
    same machine (`:8001/events/`).
    """
    wanted: str = settings.EVENTS_URL
    return f"//{_machine(request)}{wanted}" if wanted.startswith(":") else wanted


def _machine(request: HttpRequest) -> str:
    """The name this machine was called by, without a port."""
    host = request.get_host()
    return host.rpartition(":")[0] if urlsplit(f"//{host}").port else host


class MayListen:
    """Lets pages ask the stream on its other port, which their policy would forbid."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.EVENTS_URL.startswith(":") and getattr(request, "colleague", None):
            place = urlsplit(address_for(request)).netloc
            asked = {"connect-src": [place]}
            response._csp_update = asked  # type: ignore[attr-defined]  # noqa: SLF001 - django-csp's
        return response
