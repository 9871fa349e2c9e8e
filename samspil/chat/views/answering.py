"""One way to answer with a chat: the whole page, or what htmx adds to it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template

from samspil.chat.views.talking import MOST_FROM_ONE, ONES_SPAN_S, Outcome

__all__ = ["MOST_FROM_ONE", "answered", "is_fragment"]
TALK = "chat/talk.html"
Whole = Callable[[Mapping[str, Any], int], HttpResponse]


def is_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page."""
    return bool(request.headers.get("HX-Request"))


def answered(
    request: HttpRequest, came: Outcome, context: Mapping[str, Any], *, whole: Whole, inside: bool
) -> HttpResponse:
    """The whole page, or only the new turns; strangers' fragments know nothing of the request."""
    if not is_fragment(request):
        return _paused(whole(context, came.status), came)
    name = "rated" if came.rated else "talk" if came.whole else "added"
    fragment = get_template(f"{TALK}#{name}")
    body = fragment.render({**context, "oob": True}, request if inside else None)
    response = HttpResponse(body, status=came.status)
    response["Cache-Control"] = "no-store"
    if came.whole:
        response["HX-Retarget"], response["HX-Reswap"] = "#talk", "outerHTML"
    return _paused(response, came)


def _paused(response: HttpResponse, came: Outcome) -> HttpResponse:
    if came.status == 429:
        response["Retry-After"] = str(ONES_SPAN_S)
    return response
