"""How long a case took people: from opening it to answering, without the pauses between.

Nobody is watched while they work, so a pause shows only as time in which nothing happened. What
lasts longer than an agreed time counts as just that time, in both ways alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

USUAL_IDLE = 30
"""Minutes without a sign of work that still count in full, unless said otherwise."""


class Sign(StrEnum):
    """What happened to a case: somebody opened it, laid it aside or answered, or did something."""

    OPENED = "opened"
    LEFT = "left"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """The seconds that people had a case in hand; `capped`: a pause in it counted for less."""

    seconds: int
    capped: bool = False


def spent(signs: Sequence[tuple[datetime, Sign]], *, idle: timedelta) -> Spent:
    """The time in hand, of signs in their order; gaps longer than `idle` count as `idle`."""
    total, capped, since = timedelta(), False, None
    for at, sign in signs:
        if since is not None:
            gap = max(at - since, timedelta())
            total, capped = total + min(gap, idle), capped or gap > idle
            since = None if sign is Sign.LEFT else at
        if sign is Sign.OPENED:
            since = at
    return Spent(seconds=int(total.total_seconds()), capped=capped)
