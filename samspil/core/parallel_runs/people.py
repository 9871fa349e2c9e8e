"""Who may do what in a parallel run: three different people for one case."""

from collections.abc import Collection, Set
from enum import StrEnum


class Part(StrEnum):
    """What somebody does in a parallel run."""

    OLD = "old"
    NEW = "new"
    SETTLES = "settles"


class Lack(StrEnum):
    """Why a run cannot begin with these people."""

    NOBODY_NEW = "nobody_new"
    NOBODY_SETTLES = "nobody_settles"
    NOBODY_OLD = "nobody_old"
    TOO_FEW = "too_few"


WORDS = {
    Lack.NOBODY_NEW: "Choose at least one person who does it the new way.",
    Lack.NOBODY_SETTLES: "Choose at least one person who settles what differs.",
    Lack.NOBODY_OLD: "Nobody is in the teams that do it the old way.",
    Lack.TOO_FEW: (
        "It takes three different people for one case: one for the old way, one for the new way, "
        "and one who settles what differs. Choose more people."
    ),
}
"""English sentences; translations use the same sentence as their key."""


def lack_of(old: Set[int], new: Set[int], settles: Set[int]) -> Lack | None:
    """What keeps these people, by primary keys, from doing any case in both ways; None: nothing.

    There is a choice of three different people exactly where every two of the groups together have
    two people, and all of them three (Hall, 1935).
    """
    if not new:
        return Lack.NOBODY_NEW
    if not settles:
        return Lack.NOBODY_SETTLES
    if not old:
        return Lack.NOBODY_OLD
    two = (old | new, old | settles, new | settles)
    many = len(old | new | settles)
    return None if many >= len(Part) and all(len(one) > 1 for one in two) else Lack.TOO_FEW


def may_take(person: int, *, before: Collection[int]) -> bool:
    """Whether somebody may have a case in hand that these people had before, in another way."""
    return person not in before
