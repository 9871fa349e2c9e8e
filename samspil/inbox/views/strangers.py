"""How pages for strangers differ: no cookie, no program, nothing kept by anybody in between."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_from_request, override

from samspil.inbox.forms.uploads import MOST_BYTES, Capped

MOST_REQUEST = MOST_BYTES + 16 * 1024**2
"""Files at most, and as much again as anybody can type."""
ROBOTS = "noindex, nofollow, noarchive"


def language_for(request: HttpRequest, offered: Sequence[str]) -> str:
    """The language chosen on the page, else the browser's, else the first one offered."""
    said = (request.POST.get("lang"), request.POST.get("language"), request.GET.get("lang"))
    wanted = next((one for one in said if one in offered), None)
    if wanted:
        return wanted
    browsers = get_language_from_request(request)[:2]
    return browsers if browsers in offered else offered[0]


def cap_uploads(request: HttpRequest) -> bool:
    """Have files beyond the limit left out as they come in; False where all is far too much."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_REQUEST:
        return False
    request.upload_handlers = [Capped(request)]
    return True


def typed(request: HttpRequest) -> QueryDict:
    """What was filled in, without what no database keeps: NUL, and halves of characters."""
    clean = QueryDict(mutable=True)
    for name, values in request.POST.lists():
        clean.setlist(name, [_whole(value) for value in values])
    return clean


def _whole(value: str) -> str:
    return value.replace("\0", "").encode("utf-8", "replace").decode()


def files_of(request: HttpRequest) -> dict[str, Any]:
    """The files chosen; the field takes them as a list."""
    return {name: request.FILES.getlist(name) for name in request.FILES}


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
