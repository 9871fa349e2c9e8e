"""How much AI may do in a process: four levels."""

from enum import IntEnum


class Autonomy(IntEnum):
    """The levels, from none to most."""

    PERSON = 0
    DRAFT = 1
    CAREFUL = 2
    ALONE = 3


WORDS = {
    Autonomy.PERSON: "A person does it without AI.",
    Autonomy.DRAFT: "AI drafts, and a person decides each case.",
    Autonomy.CAREFUL: (
        "AI finishes what it is surest of, proved for half the permitted errors; every fifth case "
        "is checked."
    ),
    Autonomy.ALONE: "AI finishes what is proved, and some of it is checked.",
}
"""English sentences; translations use the same sentence as their key."""

LEAST_CHECKED = {Autonomy.CAREFUL: 0.2}
"""The least share of lone work that is spot-checked at a level, where the level says so."""
