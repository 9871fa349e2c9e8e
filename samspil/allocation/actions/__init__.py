"""Everything that changes who does which task."""

from samspil.allocation.actions.bringing import UnfitCriteria, bring_criteria
from samspil.allocation.actions.estimating import Expected, estimate, take_back_estimate
from samspil.allocation.actions.judging import Said, judge
from samspil.allocation.actions.moving import (
    UnfitMove,
    choose,
    give_back,
    move_task,
    withdraw_move,
)

__all__ = [
    "Expected", "Said", "UnfitCriteria", "UnfitMove", "bring_criteria", "choose", "estimate",
    "give_back", "judge", "move_task", "take_back_estimate", "withdraw_move",
]  # fmt: skip
