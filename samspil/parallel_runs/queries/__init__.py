"""What pages and programs read of parallel runs."""

from samspil.parallel_runs.queries.results import Shows, latest_shown, results_of
from samspil.parallel_runs.queries.runs import (
    Progress,
    all_runs,
    deciders,
    named,
    open_runs,
    progress_of,
    run_at,
)
from samspil.parallel_runs.queries.sheets import (
    NewSheet,
    SettlingSheet,
    Waiting,
    held_by,
    new_sheet,
    old_is_a,
    pair_at,
    settling_sheet,
    waiting_for,
)

__all__ = [
    "NewSheet",
    "Progress",
    "SettlingSheet",
    "Shows",
    "Waiting",
    "all_runs",
    "deciders",
    "held_by",
    "latest_shown",
    "named",
    "new_sheet",
    "old_is_a",
    "open_runs",
    "pair_at",
    "progress_of",
    "results_of",
    "run_at",
    "settling_sheet",
    "waiting_for",
]
