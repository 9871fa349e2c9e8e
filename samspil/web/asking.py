"""How often one address may ask something that needs no sign-in."""

import hashlib
import hmac
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

PAUSE_S = 60
"""After so many seconds one may ask again."""


def asks_too_often(request: HttpRequest, *, what: str, most: int) -> bool:
    """Count this question of kind `what`; True above `most` a minute.

    The address is kept for a minute, and only as a keyed digest.
    """
    address = request.META.get("REMOTE_ADDR", "")
    minute = int(time.time() // PAUSE_S)
    digest = hmac.new(settings.MARK_KEY, f"{address} {minute}".encode(), hashlib.sha256)
    key = f"{what}-{digest.hexdigest()}"
    if cache.add(key, 1, timeout=2 * PAUSE_S):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:
        return False  # it ran out between the two: a new minute
