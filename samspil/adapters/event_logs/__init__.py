"""Event logs as files: CSV and XES, also packed with gzip, read as a stream within limits."""

from samspil.adapters.event_logs.opening import (
    MOST_BYTES,
    MOST_UNPACKED,
    Progress,
    is_xes,
    opened,
)
from samspil.adapters.event_logs.reading import Choices, Preview, looked_at, read_log

__all__ = [
    "MOST_BYTES",
    "MOST_UNPACKED",
    "Choices",
    "Preview",
    "Progress",
    "is_xes",
    "looked_at",
    "opened",
    "read_log",
]
