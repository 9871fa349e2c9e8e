"""A signed mark in a page that somebody fills in: which page it was, and when it began."""

import secrets
from datetime import datetime, timedelta

from django.core import signing

LEAST = timedelta(seconds=3)
"""A person needs longer to fill in a whole form."""
LONGEST = timedelta(days=1)
SALT = "samspil.public form"


class Stale(Exception):
    """The mark is not ours, or the page stood open for more than a day."""


class TooQuick(Exception):
    """Sent faster than people type."""


def began(purpose: str, *, at: datetime) -> str:
    """A new mark for a page with this purpose, such as one form's id."""
    return signing.dumps([secrets.token_urlsafe(16), at.timestamp()], salt=SALT + purpose)


def nonce_of(mark: str, purpose: str, *, at: datetime, least: timedelta = LEAST) -> str:
    """What makes this page one of a kind; raises `Stale`, `TooQuick` within the `least` time."""
    try:
        nonce, since = signing.loads(mark, salt=SALT + purpose)
    except (signing.BadSignature, ValueError, TypeError) as why:
        raise Stale from why
    open_for = at.timestamp() - float(since)
    if open_for > LONGEST.total_seconds():
        raise Stale
    if open_for < least.total_seconds():
        raise TooQuick
    return str(nonce)
