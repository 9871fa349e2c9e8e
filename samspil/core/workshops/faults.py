"""What cannot be in a workshop, and how it is said."""

from collections.abc import Mapping
from enum import StrEnum


class Fault(StrEnum):
    """Why something does not fit."""

    NO_TITLE = "no_title"
    LONG = "long"
    SAME = "same"
    MANY = "many"
    NO_NUMBER = "no_number"
    BACKWARDS = "backwards"
    LONG_WEEK = "long_week"
    NO_POINTS = "no_points"
    TOO_MANY_POINTS = "too_many_points"
    NOT_THERE = "not_there"
    NO_REASON = "no_reason"
    NO_PLACE = "no_place"


WORDS: Mapping[Fault, str] = {
    Fault.NO_TITLE: "Say in a few words what AI might help with.",
    Fault.LONG: "This has {n} signs; at most {most} fit. Say it shorter.",
    Fault.SAME: "This is proposed already: write what is different, or leave it at that.",
    Fault.MANY: "There are {most} proposals already: join some of them first.",
    Fault.NO_NUMBER: "A number from {least} to {most} is missing.",
    Fault.BACKWARDS: "The most is less than the least.",
    Fault.LONG_WEEK: "That is {hours} hours a week for each person, more than {most}. Look at how "
    "often and how long.",
    Fault.NO_POINTS: "Points are whole numbers from 0 up.",
    Fault.TOO_MANY_POINTS: "You have spread {n} points, and there are {most}.",
    Fault.NOT_THERE: "A proposal that you gave points to is not there any more: look again.",
    Fault.NO_REASON: "Say why: the room reads it.",
    Fault.NO_PLACE: "There is no such place.",
}
"""Each in English; translations use the same sentence as their key."""


class Unfit(ValueError):
    """Something does not fit; `words` are English with places for `figures`."""

    def __init__(self, fault: Fault, *, field: str = "", **figures: str | int | float) -> None:
        super().__init__(WORDS[fault].format(**figures))
        self.fault = fault
        self.field = field
        self.words = WORDS[fault]
        self.figures = figures
