"""The pages of who does which task."""

from samspil.allocation.views.files import bring_criteria, criteria_file
from samspil.allocation.views.matrix import matrix
from samspil.allocation.views.portfolio import estimate, what_to_start
from samspil.allocation.views.tasks import choose, give_back, judge, place, task, undo

__all__ = [
    "bring_criteria", "choose", "criteria_file", "estimate", "give_back", "judge", "matrix",
    "place", "task", "undo", "what_to_start",
]  # fmt: skip
