"""Files that come in from pages for strangers."""

from typing import Any

from django.http import HttpRequest

from samspil.inbox.forms.uploads import MOST_BYTES, Capped

MOST_REQUEST = MOST_BYTES + 16 * 1024**2
"""Files at most, and as much again as anybody can type."""


def cap_uploads(request: HttpRequest) -> bool:
    """Have files beyond the limit left out as they come in; False where all is far too much."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_REQUEST:
        return False
    request.upload_handlers = [Capped(request)]
    return True


def files_of(request: HttpRequest) -> dict[str, Any]:
    """The files chosen; the field takes them as a list."""
    return {name: request.FILES.getlist(name) for name in request.FILES}
