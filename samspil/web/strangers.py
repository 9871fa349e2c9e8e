"""Pages for those without an account: no cookie, nothing kept by anybody in between."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_from_request, override

from samspil.web.asking import PAUSE_S

ROBOTS = "noindex, nofollow, noarchive"


def language_for(request: HttpRequest, offered: Sequence[str]) -> str:
    """The language chosen on the page, else the browser's, else the first one offered."""
    said = (request.POST.get("lang"), request.POST.get("language"), request.GET.get("lang"))
    wanted = next((one for one in said if one in offered), None)
    if wanted:
        return wanted
    browsers = get_language_from_request(request)[:2]
    return browsers if browsers in offered else offered[0]


def typed(request: HttpRequest) -> QueryDict:
    """What was filled in, without what no database keeps: NUL, and halves of characters."""
    clean = QueryDict(mutable=True)
    for name, values in request.POST.lists():
        clean.setlist(name, [_whole(value) for value in values])
    return clean


def _whole(value: str) -> str:
    return value.replace("\0", "").encode("utf-8", "replace").decode()


def stranger_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    language: str,
    status: int = 200,
) -> HttpResponse:
    """A page in this language: kept nowhere, told to no other site, without a cookie."""
    with override(language):
        body = render_to_string(template, {**context, "chosen_language": language})
    response = HttpResponse(body, status=status)
    response["Content-Language"] = language
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = ROBOTS
    return response


def usual_language(request: HttpRequest) -> str:
    """The reader's, where no form says which are offered."""
    return (get_language() or "en")[:2]


def gone(request: HttpRequest) -> HttpResponse:
    """Nothing is here, or not any more: the same page for both."""
    return stranger_page(request, "web/gone.html", {}, language=usual_language(request), status=404)


def wait(request: HttpRequest) -> HttpResponse:
    """This address has asked too often: when to try again."""
    language = usual_language(request)
    response = stranger_page(request, "web/wait.html", {}, language=language, status=429)
    response["Retry-After"] = str(PAUSE_S)
    return response


def framed(response: HttpResponse, sites: Sequence[str]) -> HttpResponse:
    """Let these sites show the page in a frame, and no others."""
    if sites:
        response._csp_replace = {"frame-ancestors": list(sites)}  # type: ignore[attr-defined]  # noqa: SLF001 - django-csp reads it
        response.xframe_options_exempt = True  # read by Django
    return response
