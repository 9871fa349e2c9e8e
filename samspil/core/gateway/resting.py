"""How long a model server that keeps failing is left alone, so that nobody waits for it."""

from datetime import datetime, timedelta

PATIENCE = 3
"""Failures in a row that are borne."""
FIRST = timedelta(minutes=1)
LONGEST = timedelta(minutes=30)


def rests_until(failures: int, *, at: datetime) -> datetime | None:
    """When it may be asked again after so many failures in a row; None while it may be now.

    The pause doubles with each further failure, up to half an hour.
    """
    if failures < PATIENCE:
        return None
    doublings = min(failures - PATIENCE, 10)
    return at + min(FIRST * (1 << doublings), LONGEST)
