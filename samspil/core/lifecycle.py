"""The stages of a case and which may follow which.

What AI finishes alone closes as it arrives. A closed case arrives anew for a next round. A case
that is merged closes while it waits, and goes back where that is undone; so does one that was
closed without a reply a moment ago.
"""

from enum import StrEnum
from types import MappingProxyType


class Stage(StrEnum):
    """Where a case stands."""

    ARRIVED = "arrived"
    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSED = "closed"


NEXT = MappingProxyType(
    {
        Stage.ARRIVED: frozenset({Stage.WAITING, Stage.CLOSED}),
        Stage.WAITING: frozenset({Stage.CLAIMED, Stage.CLOSED}),
        Stage.CLAIMED: frozenset({Stage.WAITING, Stage.CLOSED}),
        Stage.CLOSED: frozenset({Stage.ARRIVED, Stage.WAITING, Stage.CLAIMED}),
    }
)
OPEN = frozenset(Stage) - {Stage.CLOSED}


class IllegalStep(Exception):
    """The case cannot move there from where it stands."""


def check_step(current: Stage, following: Stage) -> None:
    """Raise `IllegalStep` unless `following` may come after `current`."""
    if following not in NEXT[current]:
        raise IllegalStep(f"A case that is {current} cannot become {following}.")
