"""Every request is counted, gets an id, and leaves one line in the log."""

import logging
import re
import secrets
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from samspil.config.monitoring.log import NOBODY, request_id, route_of
from samspil.config.monitoring.tally import Tally, tally_in

View = Callable[[HttpRequest], HttpResponse]
LINE = "%(method)s %(route)s %(status)d %(milliseconds).1f ms %(organisation)s"
log = logging.getLogger("samspil.requests")
GIVEN_ID = re.compile(r"[\w.-]{8,64}", re.ASCII)


@cache
def tally() -> Tally:
    """The counters of this installation on this machine."""
    return tally_in(Path(settings.SAMSPIL_HOME))


class Watched:
    """Stands right behind `ClientAddress`, so that what is refused is counted too."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        token = request_id.set(_id_of(request))
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
            _note(request, response, seconds=time.perf_counter() - began)
        finally:
            request_id.reset(token)
        return response


def _id_of(request: HttpRequest) -> str:
    """The id a trusted proxy has given (others' were removed before), else a new one."""
    given = request.headers.get("X-Request-ID", "")
    return given if GIVEN_ID.fullmatch(given) else secrets.token_hex(8)


def _note(request: HttpRequest, response: HttpResponse, *, seconds: float) -> None:
    organisation = getattr(request, "organisation", None)
    told = {
        "method": request.method if request.method in METHODS else NOBODY,
        "route": route_of(request),
        "status": response.status_code,
        "milliseconds": round(1000 * seconds, 1),
        "organisation": str(organisation.public_id) if organisation else NOBODY,
    }
    log.info(
        "%(method)s %(route)s %(status)d %(milliseconds).1f ms %(organisation)s", told, extra=told
    )
    try:
        tally().count(status=response.status_code, seconds=seconds)
    except OSError as why:
        log.warning("This request was not counted: %s", why.strerror)


METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
