"""Pages of processes: how they are shared, when they are open, what is done when cases wait."""

from samspil.work.views.absences import absent, cancel
from samspil.work.views.hours import hours, process_hours
from samspil.work.views.sharing import (
    lift_stop,
    lift_stop_everything,
    process,
    processes,
    stop,
    stop_everything,
)
from samspil.work.views.steps import remove_step, steps, use_usual_steps

__all__ = [
    "absent",
    "cancel",
    "hours",
    "lift_stop",
    "lift_stop_everything",
    "process",
    "process_hours",
    "processes",
    "remove_step",
    "steps",
    "stop",
    "stop_everything",
    "use_usual_steps",
]
