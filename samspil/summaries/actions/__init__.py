"""Everything that can be done with summaries."""

from samspil.knowledge.actions import LONGEST_NAME, Given
from samspil.summaries.actions.changing import (
    ADDED,
    StaleSummary,
    Wording,
    add_point,
    approve_summary,
    bring_back_point,
    change_point,
    drop_point,
    move_point,
)
from samspil.summaries.actions.making import make, make_at_once
from samspil.summaries.actions.opening import open_case
from samspil.summaries.actions.ordering import (
    MAKE,
    RefusedSummary,
    order_minutes,
    order_of_document,
    order_of_file,
)
from samspil.summaries.actions.phrasing import PHRASE, order_phrasing, phrase_part
from samspil.summaries.actions.removing import (
    remove_summary,
    restore_summary,
    sweep_removed_summaries,
    sweep_summaries,
    sweep_summary_files,
)

__all__ = [
    "ADDED",
    "LONGEST_NAME",
    "MAKE",
    "PHRASE",
    "Given",
    "RefusedSummary",
    "StaleSummary",
    "Wording",
    "add_point",
    "approve_summary",
    "bring_back_point",
    "change_point",
    "drop_point",
    "make",
    "make_at_once",
    "move_point",
    "open_case",
    "order_minutes",
    "order_of_document",
    "order_of_file",
    "order_phrasing",
    "phrase_part",
    "remove_summary",
    "restore_summary",
    "sweep_removed_summaries",
    "sweep_summaries",
    "sweep_summary_files",
]
