"""Counts of people that show no single person: the one place where that is decided.

Four kinds of figures, four ways. Of a month that is over, counts and their parts (`told`,
`told_parts`). Of what still goes on, steps (`in_steps`). Of a team over time, stretches of weeks
with ten people in each (`stretches`). Where readers choose what to count, cells
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
from samspil.core.anonymity.trends import LEAST_IN_TREND, Stretch, Week, stretches

__all__ = [
    "FEWER",
    "LEAST",
    "LEAST_IN_TREND",
    "LEAST_TEXTS",
    "Cell",
    "Counts",
    "Frozen",
    "Month",
    "Stretch",
    "TooFewPeople",
    "Week",
    "check_enough",
    "enough",
    "frozen",
    "in_steps",
    "last_month",
    "stretches",
    "told",
    "told_parts",
    "told_together",
    "told_until",
]
