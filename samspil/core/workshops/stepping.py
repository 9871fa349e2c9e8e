"""When a room may go from one phase to the next, or back."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.workshops.phases import Phase, after, before

LEAST_VOTED_ON = 2


class Hurdle(StrEnum):
    """What keeps a room where it is."""

    ENDED = "ended"
    LANDED = "landed"
    FAR = "far"
    NOTHING = "nothing"
    ONE = "one"


WORDS: Mapping[Hurdle, str] = {
    Hurdle.ENDED: "This workshop is over.",
    Hurdle.LANDED: "The results have landed: the workshop stays as it is. Take them back to go "
    "back.",
    Hurdle.FAR: "From here it goes one step on, or one back.",
    Hurdle.NOTHING: "Nothing is proposed yet: there has to be something to estimate.",
    Hurdle.ONE: "There is one proposal only: nothing to choose from. Gather at least two.",
}
"""Each in English; translations use the same sentence as their key."""


class NoStep(Exception):
    """The room cannot go there now; the message is English, and a key of translations."""

    def __init__(self, hurdle: Hurdle) -> None:
        super().__init__(WORDS[hurdle])
        self.hurdle = hurdle


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What decides on a step: how many proposals there are, and whether anything has landed."""

    proposals: int
    landed: bool = False
    ended: bool = False


def check_step(now: Phase, to: Phase, facts: Facts) -> None:
    """Raise `NoStep` unless the room may go there: one step at a time, forth and back."""
    if facts.ended:
        raise NoStep(Hurdle.ENDED)
    if facts.landed:
        raise NoStep(Hurdle.LANDED)
    if to not in (before(now), after(now)):
        raise NoStep(Hurdle.FAR)
    if to is Phase.ESTIMATE and not facts.proposals:
        raise NoStep(Hurdle.NOTHING)
    if to is Phase.VOTE and facts.proposals < LEAST_VOTED_ON:
        raise NoStep(Hurdle.ONE)
