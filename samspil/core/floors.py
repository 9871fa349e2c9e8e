"""What AI never finishes alone, however good the evidence: law and prudence come first.

Whoever owns a process says which topics are such; the rest is seen in the case itself. Cases on a
floor are no part of the evidence either, so that no promise rests on them.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Floor(StrEnum):
    """Why a person decides whatever is proved, gravest first."""

    PEOPLE = "people"
    IRREVERSIBLE = "irreversible"
    SPECIAL = "special"
    MONEY = "money"
    FILES = "files"
    AGAIN = "again"


OF_TOPICS = (Floor.PEOPLE, Floor.IRREVERSIBLE, Floor.SPECIAL, Floor.MONEY)
"""What can be said of all cases of a topic; the others are seen in a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A floor that a case stands on, and the words that show it; empty where none do."""

    floor: Floor
    quote: str = ""


def floor_of(
    text: str, *, topic: Floor | None, files: bool, again: bool, money_limit: Decimal | None
) -> Standing | None:
    """The gravest floor of a case; None: it stands on none.

    `topic` is the floor of all cases of its topic. `files`: something came along that AI does not
    read. `again`: it was answered before.
    """
    if topic is not None:
        return Standing(floor=topic)
    if files:
        return Standing(floor=Floor.FILES)
    return Standing(floor=Floor.AGAIN) if again else None
