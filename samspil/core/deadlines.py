"""When a case is due."""

from datetime import datetime, timedelta

FIRST_RESPONSE_SHARE = {"1": 1.0, "2": 1.0, "3": 0.1}
"""A level-3 case is due in a tenth of the process's time: 8 hours become 48 minutes."""


def due_at(opened_at: datetime, *, minutes: int, level: str = "1") -> datetime:
    """The instant by which the first answer should be out, `minutes` being the process's time."""
    return opened_at + timedelta(minutes=minutes * FIRST_RESPONSE_SHARE[level])
