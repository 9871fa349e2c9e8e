"""How far goals are, and when one looks at them again."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum

from samspil.core.months import months_after

MONTHS = (3, 6, 12)
"""So long after a decision it is looked at again."""


class State(StrEnum):
    """How far it is."""

    REACHED = "reached"
    ON_THE_WAY = "on_the_way"
    NOT = "not"


WORDS: Mapping[State, str] = {
    State.REACHED: "reached",
    State.ON_THE_WAY: "on the way",
    State.NOT: "not reached",
}
"""Each in English; translations use the same words as their key."""


def way_made(now: float, then: float, value: float) -> float:
    """Which share of the way from `now` to `then` a value is; below 0 where it went backwards."""
    return (value - now) / (then - now)


def state_of(now: float, then: float, value: float) -> State:
    """How far a number is: reached, on the way, or no better than it was."""
    way = way_made(now, then, value)
    if way >= 1:
        return State.REACHED
    return State.ON_THE_WAY if way > 0 else State.NOT


def next_look(decided: date, looked: Collection[int]) -> tuple[int, date] | None:
    """After how many months it is to be looked at next, and on which day; None after the last.

    What was left out is not made up for once a later look was taken.
    """
    last = max(looked, default=0)
    coming = [one for one in MONTHS if one > last]
    return (coming[0], months_after(decided, coming[0])) if coming else None


def due_look(decided: date, looked: Collection[int], *, today: date) -> int | None:
    """The latest look whose day has come and that was not taken; None where none waits."""
    last = max(looked, default=0)
    come = [one for one in MONTHS if one > last and months_after(decided, one) <= today]
    return come[-1] if come else None
