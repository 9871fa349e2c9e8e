"""What cannot stand on a map, and how it is said."""

from collections.abc import Mapping
from enum import StrEnum

LONGEST_NAME, LONGEST_OWNER = 200, 80
MOST_STEPS, MOST_LINES, MOST_KEPT = 300, 900, 1_000
"""Steps and ways of a map, and steps with those that are left out."""
MOST_MINUTES = 525_600
"""A year: what takes longer for a case is no step."""
MOST_TIMES = 100_000


class Fault(StrEnum):
    """Why something does not fit."""

    NO_NAME = "no_name"
    NO_MAP_NAME = "no_map_name"
    MANY_KEPT = "many_kept"
    LONG = "long"
    SAME = "same"
    MANY_STEPS = "many_steps"
    MANY_LINES = "many_lines"
    BELOW = "below"
    ABOVE = "above"
    SHARE = "share"
    OUT = "out"
    BEGIN = "begin"
    NO_END = "no_end"
    THERE = "there"


WORDS: Mapping[Fault, str] = {
    Fault.NO_NAME: "Say in a few words what is done in this step.",
    Fault.NO_MAP_NAME: "Give the map a name.",
    Fault.MANY_KEPT: "{most} steps are kept of this map, left out or not. Begin a second map.",
    Fault.LONG: "This has {n} signs; at most {most} fit. Say it shorter.",
    Fault.SAME: "“{name}” is on the map already. Call one of them otherwise.",
    Fault.MANY_STEPS: "A map has at most {most} steps. Join some, or make a second map.",
    Fault.MANY_LINES: "A map has at most {most} ways between steps. Take some away first.",
    Fault.BELOW: "A time is never less than 0.",
    Fault.ABOVE: "This is more than {most}.",
    Fault.SHARE: "Of 100 there are 0 to 100.",
    Fault.OUT: "The ways out of “{name}” would add up to {n} of 100. Make another one "
    "smaller first.",
    Fault.BEGIN: "More than 100 of 100 cases would begin: {n}. Make another step's number smaller.",
    Fault.NO_END: "One of these steps is not on the map any more: look again.",
    Fault.THERE: "There is such a way already.",
}
"""Each in English; translations use the same sentence as their key."""


class Unfit(ValueError):
    """Something does not fit; `words` are English with places for `figures`, `field` is where."""

    def __init__(self, fault: Fault, *, field: str = "", **figures: str | int) -> None:
        super().__init__(WORDS[fault].format(**figures))
        self.fault, self.field, self.words, self.figures = fault, field, WORDS[fault], figures
