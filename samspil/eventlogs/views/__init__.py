"""The pages on event logs."""

from samspil.eventlogs.views.bringing import new, read, remove, restore
from samspil.eventlogs.views.linking import links
from samspil.eventlogs.views.reading import log, logs, save

__all__ = ["links", "log", "logs", "new", "read", "remove", "restore", "save"]
