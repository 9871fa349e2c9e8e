"""Everything that can be done with comparisons and their options."""

from samspil.scenarios.actions.deciding import StaleFigures, UnfitChoice, choose, look_again
from samspil.scenarios.actions.laying_out import (
    Said,
    StaleOption,
    UnfitOption,
    Wanted,
    add_option,
    begin_comparison,
    change_comparison,
    change_option,
    remove_comparison,
    remove_option,
    restore_comparison,
    restore_option,
)

__all__ = [
    "Said",
    "StaleFigures",
    "StaleOption",
    "UnfitChoice",
    "UnfitOption",
    "Wanted",
    "add_option",
    "begin_comparison",
    "change_comparison",
    "change_option",
    "choose",
    "look_again",
    "remove_comparison",
    "remove_option",
    "restore_comparison",
    "restore_option",
]
