"""Guides of one's own for interviews, and findings without names."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

LONGEST_QUESTION, MOST_QUESTIONS = 300, 20
LONGEST_NOTE, LONGEST_FINDING = 4000, 300
LEAST_NAME = 3
"""Shorter parts of a name are too often a word as well."""


class Fault(StrEnum):
    """Why questions are no guide."""

    NONE = "none"
    MANY = "many"
    LONG = "long"


WORDS: Mapping[Fault, str] = {
    Fault.NONE: "Write at least one question.",
    Fault.MANY: "Twenty questions are enough for an hour: choose.",
    Fault.LONG: "A question has at most 300 characters.",
}
"""Each in English; translations use the same sentence as their key."""


class UnfitGuide(ValueError):
    """Such a guide cannot be used; the message is English, and the key of its translations."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(WORDS[fault])


def questions_in(text: str) -> list[str]:
    """Questions as they were typed, one in each line. Raises `UnfitGuide`."""
    found = list(dict.fromkeys(" ".join(line.split()) for line in text.splitlines()))
    found = [one for one in found if one]
    if not found:
        raise UnfitGuide(Fault.NONE)
    if len(found) > MOST_QUESTIONS:
        raise UnfitGuide(Fault.MANY)
    if any(len(one) > LONGEST_QUESTION for one in found):
        raise UnfitGuide(Fault.LONG)
    return found


def named_in(text: str, names: Iterable[str]) -> str | None:
    """The first part of a colleague's name that stands in the text as a word, in its own capitals:
    who is called Sand keeps nobody from writing what is sand. None where there is none."""
    words = {word.strip(".,;:!?()\"'“”»«…") for word in text.split()}
    words |= {word.removesuffix("s").removesuffix("'").removesuffix("’") for word in words}
    for name in names:
        for part in name.split():
            if len(part) >= LEAST_NAME and part in words:
                return part
    return None
