"""Pages of processes: how they are shared, when they are open, what is done when cases wait."""

from samspil.work.views.absences import absent, cancel
from samspil.work.views.ahead import ahead
from samspil.work.views.autonomy import autonomy, climb, lower, note_falls, terms
from samspil.work.views.closing import close_process, open_process
from samspil.work.views.evidence import evidence
from samspil.work.views.hours import hours, process_hours
from samspil.work.views.making import new_process
from samspil.work.views.sharing import (
    lift_stop,
    lift_stop_everything,
    process,
    processes,
    stop,
    stop_everything,
)
from samspil.work.views.steps import remove_step, steps, use_usual_steps
from samspil.work.views.topic_lists import apply_topics, bring_topics
from samspil.work.views.topics import (
    bring_back_topic,
    export_topics,
    merge_topic,
    remove_topic,
    topic,
    topics,
)

__all__ = [
    "absent",
    "ahead",
    "apply_topics",
    "autonomy",
    "bring_back_topic",
    "bring_topics",
    "cancel",
    "climb",
    "close_process",
    "evidence",
    "export_topics",
    "hours",
    "lift_stop",
    "lift_stop_everything",
    "lower",
    "merge_topic",
    "new_process",
    "note_falls",
    "open_process",
    "process",
    "process_hours",
    "processes",
    "remove_step",
    "remove_topic",
    "steps",
    "stop",
    "stop_everything",
    "terms",
    "topic",
    "topics",
    "use_usual_steps",
]
