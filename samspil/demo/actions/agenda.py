"""What happens when, in a time that is only played: events in the order of their clock."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

Deed = Callable[[datetime], None]


@dataclass(order=True, frozen=True, slots=True)
class Event:
    """A deed and its hour; of two at the same hour the one planned first comes first."""

    at: datetime
    number: int
    deed: Deed = field(compare=False)


class Agenda:
    """Events that wait for their hour. A deed may plan further ones, never before its own hour."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._numbers = count()

    def plan(self, at: datetime, deed: Deed) -> None:
        """Have `deed` called with `at` when all that comes before it is done."""
        heapq.heappush(self._events, Event(at, next(self._numbers), deed))

    def play(self) -> None:
        """Let everything happen, in order."""
        while self._events:
            event = heapq.heappop(self._events)
            event.deed(event.at)
