"""The four phases of a workshop."""

from collections.abc import Mapping
from enum import StrEnum


class Phase(StrEnum):
    """What the room does now."""

    GATHER = "gather"
    ESTIMATE = "estimate"
    VOTE = "vote"
    RESULT = "result"


WORDS: Mapping[Phase, str] = {
    Phase.GATHER: "Gather",
    Phase.ESTIMATE: "Estimate",
    Phase.VOTE: "Vote",
    Phase.RESULT: "Result",
}
"""What each is called, in English; translations use the same words as their key."""


def before(phase: Phase) -> Phase | None:
    """The phase before; None for the first."""
    return _beside(phase, -1)


def after(phase: Phase) -> Phase | None:
    """The phase after; None for the last."""
    return _beside(phase, 1)


def _beside(phase: Phase, step: int) -> Phase | None:
    order = list(Phase)
    place = order.index(phase) + step
    return order[place] if 0 <= place < len(order) else None
