"""Pages of processes: how they are shared, when they are open, what is done when cases wait."""

from samspil.work.views.sharing import (
    lift_stop,
    lift_stop_everything,
    process,
    processes,
    stop,
    stop_everything,
)

__all__ = [
    "lift_stop",
    "lift_stop_everything",
    "process",
    "processes",
    "stop",
    "stop_everything",
]
