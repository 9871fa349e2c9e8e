"""When somebody who asks what is held of them has to be answered."""

import calendar
from datetime import date, timedelta

KEPT = timedelta(days=14)
"""How long a pack can be fetched; then it is deleted, and made anew if needed."""


def due_on(received: date) -> date:
    """A month later, on the same day of the month, or its last (GDPR, article 12(3))."""
    year, month = received.year + received.month // 12, received.month % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(received.day, last))
