"""Everything that can be read of who does which task."""

from samspil.allocation.queries.allocated import (
    Allocated,
    allocated,
    allocated_one,
    history,
    judgement_of,
    known_tasks,
    move_at,
)
from samspil.allocation.queries.caps import caps_of
from samspil.allocation.queries.changes import Change, changes_since
from samspil.allocation.queries.criteria import CRITERIA, criteria_rows
from samspil.allocation.queries.measured import measured_of
from samspil.allocation.queries.portfolio import Portfolio, Ranked, portfolio
from samspil.allocation.queries.wording import worded

__all__ = [
    "CRITERIA", "Allocated", "Change", "Portfolio", "Ranked", "allocated", "allocated_one",
    "caps_of", "changes_since", "criteria_rows", "history", "judgement_of", "known_tasks",
    "measured_of", "move_at", "portfolio", "worded",
]  # fmt: skip
