"""One way to answer with a page: whole, or only the fragment that htmx asked for; and toasts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.messages import constants
from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils.cache import patch_vary_headers

FRAGMENT_NAME = re.compile(r"[a-z][\w-]*", re.ASCII)
UNDO = "undo:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """A passing word to the reader; `undo` is an address to post to, empty for none."""

    text: str
    undo: str = ""
    problem: bool = False


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """Answer with the page, or with the fragment named like the element htmx will replace.

    An element with id "rows" is replaced by `{% partialdef rows %}` of the same template; where
    the template has no such fragment, and for boosted links and the back button, the whole page.
    """
    body = _fragment(request, template, context)
    if body is None:
        body = render_to_string(template, dict(context), request)
    response = HttpResponse(body, status=status)
    patch_vary_headers(response, ("HX-Request", "HX-Target"))
    return response


def whole_number(said: str, *, digits: int = 7) -> int | None:
    """A number of an address or a form, of so many digits at most; None where it is none."""
    return int(said) if said.isdecimal() and len(said) <= digits else None


def uuid_of(said: str) -> UUID | None:
    """The id that an address or a form says; None where it is none."""
    try:
        return UUID(said)
    except ValueError:
        return None


def toast(request: HttpRequest, text: str, *, undo: str = "") -> None:
    """Say on the next page (or with this fragment) what was done, and offer to undo it."""
    messages.success(request, text, extra_tags=f"{UNDO}{undo}" if undo else "")


def toast_problem(request: HttpRequest, text: str) -> None:
    """Say what could not be done; it stays until the reader closes it."""
    messages.error(request, text)


def toasts_of(request: HttpRequest | None) -> list[Toast]:
    """The words waiting for this reader; taking them empties the list."""
    if request is None or not hasattr(request, "_messages"):
        return []
    return [
        Toast(
            text=str(message.message),
            undo=(message.extra_tags or "").removeprefix(UNDO),
            problem=message.level >= constants.WARNING,
        )
        for message in messages.get_messages(request)
    ]


def _fragment(request: HttpRequest, template: str, context: Mapping[str, Any]) -> str | None:
    name = request.headers.get("HX-Target", "")
    whole = request.headers.get("HX-Boosted") or request.headers.get("HX-History-Restore-Request")
    if not request.headers.get("HX-Request") or whole or not FRAGMENT_NAME.fullmatch(name):
        return None
    try:
        fragment = get_template(f"{template}#{name}")
    except TemplateDoesNotExist:
        return None
    body: str = fragment.render(dict(context), request)
    waiting = toasts_of(request)
    if waiting:
        body += render_to_string("web/parts/toasts.html", {"toasts": waiting, "oob": True}, request)
    return body
