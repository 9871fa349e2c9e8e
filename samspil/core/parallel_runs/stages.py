"""How far a case is that goes both ways, and how a run stands."""

from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """What a pair waits for; the old way always comes first, so that nobody sees AI's answer
    before a person has given theirs."""

    OLD_WAY = "old_way"
    NEW_WAY = "new_way"
    SETTLING = "settling"
    DONE = "done"
    OUT = "out"


OPEN = frozenset({Stage.OLD_WAY, Stage.NEW_WAY, Stage.SETTLING})
"""Here something is still to be done."""


class Pause(StrEnum):
    """Why a run rests."""

    PERSON = "paused"
    STOPPED = "stopped"


class End(StrEnum):
    """Why no more cases are drawn."""

    CASES = "cases"
    DAY = "day"
    PERSON = "person"


WORDS = {
    End.CASES: "As many cases as were agreed have been drawn.",
    End.DAY: "The last day has passed.",
    End.PERSON: "Somebody brought it to an end.",
    Pause.PERSON: "Somebody paused it.",
    Pause.STOPPED: "AI was stopped here, so it paused by itself.",
}
"""English sentences; translations use the same sentence as their key."""


def end_of(*, drawn: int, most: int | None, until: date | None, today: date) -> End | None:
    """Why no more is drawn after so many; None: it goes on. The last day counts in."""
    if most is not None and drawn >= most:
        return End.CASES
    if until is not None and today > until:
        return End.DAY
    return None
