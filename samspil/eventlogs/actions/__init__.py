"""Everything that can be done with event logs."""

from samspil.eventlogs.actions.bringing import (
    LONGEST_NAME,
    READ,
    RefusedLog,
    bring_log,
    facts_at_once,
    read_one,
    start_log,
)
from samspil.eventlogs.actions.linking import link_steps
from samspil.eventlogs.actions.removing import (
    remove_log,
    restore_log,
    sweep_log_files,
    sweep_logs,
    sweep_removed_logs,
    sweep_waiting_logs,
)

__all__ = [
    "LONGEST_NAME",
    "READ",
    "RefusedLog",
    "bring_log",
    "facts_at_once",
    "link_steps",
    "read_one",
    "remove_log",
    "restore_log",
    "start_log",
    "sweep_log_files",
    "sweep_logs",
    "sweep_removed_logs",
    "sweep_waiting_logs",
]
