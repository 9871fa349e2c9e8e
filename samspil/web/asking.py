"""How often one address, or one program, may ask."""

import hashlib
import hmac
import time

from django.conf import settings
from django.core.cache import cache, caches
from django.core.cache.backends.base import BaseCache
from django.http import HttpRequest

PAUSE_S = 60
"""After so many seconds one may ask again."""


def asks_too_often(request: HttpRequest, *, what: str, most: int, seconds: int = PAUSE_S) -> bool:
    """Count this question of kind `what`; True above `most` in so many seconds.

    The address is kept for that time, and only as a keyed digest.
    """
    return _count(what, _address(request), seconds=seconds) > most


def is_asked_too_often(*, what: str, of: str, most: int, seconds: int) -> bool:
    """The same for a thing that is asked, such as one form, by whomever."""
    return _count(what, of, seconds=seconds) > most


def calls_too_often(*, of: str, most: int) -> bool:
    """The same for a program that calls many times a minute.

    This process counts for itself, so that reading writes nothing into the database.
    """
    return _count("calls", of, seconds=PAUSE_S, store=caches["counting"]) > most


def pause() -> int:
    """After how many seconds, 1 to `PAUSE_S`, the present minute is over."""
    return PAUSE_S - int(time.time()) % PAUSE_S


def has_asked(request: HttpRequest, *, what: str, most: int, seconds: int = PAUSE_S) -> bool:
    """Whether this address has asked `most` times already; counts nothing."""
    return int(cache.get(_key(what, _address(request), seconds=seconds), 0)) >= most


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def _count(what: str, who: str, *, seconds: int, store: BaseCache = cache) -> int:
    key = _key(what, who, seconds=seconds)
    if store.add(key, 1, timeout=2 * seconds):
        return 1
    try:
        return int(store.incr(key))
    except ValueError:
        return 1  # it ran out between the two: a new span of time


def _key(what: str, who: str, *, seconds: int) -> str:
    span = int(time.time() // seconds)
    digest = hmac.new(settings.MARK_KEY, f"{who} {span}".encode(), hashlib.sha256)
    return f"{what}-{digest.hexdigest()}"
