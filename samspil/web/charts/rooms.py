"""Where words in a drawing are clear of its line."""

from collections.abc import Iterable
from dataclasses import dataclass

WORDS = 18
"""How high words are that stand upon a line, with the gap below, in pixels."""
ENOUGH = 4.0
"""Pixels between words and what is drawn; more is no clearer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What is drawn at the place `x` (0 to 1), from `upper` to `lower` in pixels from the top."""

    x: float
    upper: float
    lower: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where words may stand: at `x`, between `first` and `last`, all from 0 to 1."""

    x: float
    anchor: str
    first: float
    last: float


ROOMS = (
    Room(x=1, anchor="end", first=0.5, last=1),
    Room(x=0.55, anchor="middle", first=0.3, last=0.8),
    Room(x=0.25, anchor="start", first=0.25, last=0.75),
)
"""The best one first; the words of the scale stand before a quarter."""


def room_on(y: float, spans: Iterable[Span]) -> Room:
    """Where words upon the height `y` are clear of what is drawn: at the end if they can be."""
    drawn = list(spans)

    def clear(room: Room) -> float:
        near = [each for each in drawn if room.first <= each.x <= room.last]
        return min((_apart(each, y) for each in near), default=ENOUGH)

    return max(ROOMS, key=clear)


def _apart(span: Span, y: float) -> float:
    return min(ENOUGH, max(span.upper - y, y - WORDS - span.lower, 0.0))
