"""Sixteen statements in five areas, which everybody answers for themselves.

They are our own. Each is about work as one sees it from one's own desk, so that anybody can answer.
Keys stay what they are: rounds are compared by them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """What a company needs before AI helps it."""

    GOALS = "goals"
    WORK = "work"
    PEOPLE = "people"
    RULES = "rules"
    MEANS = "means"


WORDS: Mapping[str, str] = {
    Area.GOALS: "Goals and leadership",
    "goals_why": "I know what our company wants to use AI for.",
    "goals_open": "Our leaders say openly what AI is to take over, and what it is not.",
    "goals_time": "There is time set aside to try things out and to learn from them.",
    Area.WORK: "Work and data",
    "work_written": "How we do the work that comes back every week is written down.",
    "work_found": "What I need to know for a task I find without asking around.",
    "work_right": "What stands in our systems is right and up to date.",
    Area.PEOPLE: "People and skills",
    "people_good": "I know what AI is good at in my work, and what it gets wrong.",
    "people_check": "I have learned how to check what AI suggests.",
    "people_help": "When I get stuck with a tool, I know whom to ask.",
    Area.RULES: "Rules and trust",
    "rules_data": "I know what I may give to an AI tool, and what not.",
    "rules_answer": "It is clear who answers for the result when AI has helped.",
    "rules_heard": "When I say that something about AI is wrong, somebody takes it up.",
    "rules_watched": "I trust that AI is not used here to watch me.",
    Area.MEANS: "Technology and money",
    "means_typed": "Our systems pass on to each other what I would otherwise type again.",
    "means_tools": "I have the tools and the access that I need to work with AI.",
    "means_worth": "We look at whether something new is worth what it costs.",
}
"""Areas, each with its statements, in English; translations use the same words as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence that holds more or less; `words` are English and the key of its translations."""

    key: str
    area: Area
    words: str


STATEMENTS: Sequence[Statement] = tuple(
    Statement(key=key, area=Area(key.partition("_")[0]), words=words)
    for key, words in WORDS.items()
    if "_" in key
)
BY_KEY: Mapping[str, Statement] = {one.key: one for one in STATEMENTS}


def statements_of(area: Area) -> list[Statement]:
    """Those of an area, in the order they are asked."""
    return [one for one in STATEMENTS if one.area is area]


def area_of(key: str) -> Area:
    """The area of a statement, or the one that is called so. Raises `ValueError` for neither."""
    found = BY_KEY.get(key)
    return found.area if found else Area(key)
