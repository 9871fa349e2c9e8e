"""What is to be solved in twelve months, in sentences that can be checked."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

HORIZON = 12
MOST_GOALS = 12
LONGEST_GOAL, LONGEST_MEASURE, LONGEST_UNIT, LONGEST_NOTE = 300, 200, 30, 500


class Sort(StrEnum):
    """How one sees that it is solved."""

    NUMBER = "number"
    YES_NO = "yes_no"


class Fault(StrEnum):
    """Why something is no goal."""

    NO_SENTENCE = "no_sentence"
    NO_MEASURE = "no_measure"
    LONG = "long"
    NO_NUMBER = "no_number"
    SAME = "same"
    PAST = "past"


WORDS: Mapping[Fault, str] = {
    Fault.NO_SENTENCE: "Say in one sentence what will be solved.",
    Fault.NO_MEASURE: "Say by what everybody can see that it is solved.",
    Fault.LONG: "This is too long: {most} characters at most.",
    Fault.NO_NUMBER: "Say the number as it is now, and as it is to be.",
    Fault.SAME: "Now and then are the same: what is to change?",
    Fault.PAST: "This day is over.",
}
"""Each in English; translations use the same sentence as their key."""


class UnfitGoal(ValueError):
    """This is no goal; `words` are English with places for `figures`, `field` is where it was."""

    def __init__(self, fault: Fault, *, field: str, **figures: int) -> None:
        super().__init__(WORDS[fault].format(**figures))
        self.words, self.figures, self.field = WORDS[fault], figures, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A goal as somebody wants it: of a number, `now` and `then` are what it is and is to be.

    `address` is where more of it stands, free words or a link; empty for nowhere.
    """

    sentence: str
    measure: str
    sort: Sort
    due: date
    now: float | None = None
    then: float | None = None
    unit: str = ""
    address: str = ""


def check_goal(wanted: Wanted, *, today: date) -> None:
    """Raise `UnfitGoal` unless one will be able to say whether it was reached."""
    if not wanted.sentence:
        raise UnfitGoal(Fault.NO_SENTENCE, field="sentence")
    if not wanted.measure:
        raise UnfitGoal(Fault.NO_MEASURE, field="measure")
    for field, most in (
        ("sentence", LONGEST_GOAL), ("measure", LONGEST_MEASURE), ("unit", LONGEST_UNIT),
        ("address", LONGEST_GOAL),
    ):  # fmt: skip
        if len(getattr(wanted, field)) > most:
            raise UnfitGoal(Fault.LONG, field=field, most=most)
    if wanted.sort is Sort.NUMBER:
        _check_numbers(wanted)
    if wanted.due < today:
        raise UnfitGoal(Fault.PAST, field="due")


def _check_numbers(wanted: Wanted) -> None:
    now, then = wanted.now, wanted.then
    if now is None or not math.isfinite(now):
        raise UnfitGoal(Fault.NO_NUMBER, field="now")
    if then is None or not math.isfinite(then):
        raise UnfitGoal(Fault.NO_NUMBER, field="then")
    if now == then:
        raise UnfitGoal(Fault.SAME, field="then")
