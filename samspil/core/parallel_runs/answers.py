"""Two answers to the same case: whether they are the same, and which were right."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one way made of a case; an empty `text` is no reply."""

    topic: str
    text: str = ""


class Right(StrEnum):
    """Which way was right, by whoever settled it."""

    OLD = "old"
    NEW = "new"
    BOTH = "both"
    NEITHER = "neither"


class Choice(StrEnum):
    """The same, as whoever settles it says it: they see A and B, not ways."""

    A = "a"
    B = "b"
    BOTH = "both"
    NEITHER = "neither"


def same(old: Answer, new: Answer, *, replies: bool) -> bool:
    """Whether both ways came to the same: the same topic, and a reply or none.

    Where `replies` are compared too, only the same words are the same: whether others say the same
    a person has to settle.
    """
    if old.topic != new.topic or bool(old.text.strip()) != bool(new.text.strip()):
        return False
    return not replies or old.text.split() == new.text.split()


def right_by(choice: Choice, *, old_first: bool) -> Right:
    """Which way was right, where A was the old way's answer or B was."""
    if choice is Choice.BOTH:
        return Right.BOTH
    if choice is Choice.NEITHER:
        return Right.NEITHER
    return Right.OLD if (choice is Choice.A) == old_first else Right.NEW


def rights(verdict: Right) -> tuple[bool, bool]:
    """Whether the old way was right, and whether the new one was."""
    return verdict in (Right.OLD, Right.BOTH), verdict in (Right.NEW, Right.BOTH)
