"""What concerns security goes into the log: that it happened, and to whom only as a mark."""

import hashlib
import hmac
import logging

from django.conf import settings
from django.http import HttpRequest

LOG = logging.getLogger("samspil.security")
MARK = 12
"""Signs of a mark: enough to see that it was the same one again."""


def tell_refused(request: HttpRequest, what: str, *, who: str = "") -> None:
    """Somebody was not let in, or not let do something. `who` is an address typed, or an id."""
    LOG.warning("%s: visitor %s, who %s", what, _mark(_visitor(request)), _mark(who))


def tell_signed_in(request: HttpRequest, *, who: str) -> None:
    """Somebody has signed in with this address."""
    LOG.info("signed in: visitor %s, who %s", _mark(_visitor(request)), _mark(who))


def _visitor(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def _mark(who: str) -> str:
    """The same for the same one in this installation, and nothing to anybody without its key."""
    if not who:
        return "-"
    said = f"log {who.casefold()}".encode()
    return hmac.new(settings.MARK_KEY, said, hashlib.sha256).hexdigest()[:MARK]
