"""Counts of people that show no single person: the one place where that is decided.

Three kinds of figures, three ways. Of a month that is over, counts and their parts (`told`,
`told_parts`). Of what still goes on, steps (`in_steps`). Where readers choose what to count, cells
that are settled once, so that no combination of answers says more than one of them (`frozen`).
"""

from samspil.core.anonymity.frozen import Cell, Counts, Frozen, frozen
from samspil.core.anonymity.months import Month, last_month, told_together, told_until
from samspil.core.anonymity.telling import (
    FEWER,
    LEAST,
    LEAST_TEXTS,
    TooFewPeople,
    check_enough,
    enough,
    in_steps,
    told,
    told_parts,
)

__all__ = [
    "FEWER",
    "LEAST",
    "LEAST_TEXTS",
    "Cell",
    "Counts",
    "Frozen",
    "Month",
    "TooFewPeople",
    "check_enough",
    "enough",
    "frozen",
    "in_steps",
    "last_month",
    "told",
    "told_parts",
    "told_together",
    "told_until",
]
