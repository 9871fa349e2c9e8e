"""What is said of events about who does which task."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_ALLOCATION: Mapping[str, Event] = {
    "task_judged": Event(
        _("Task judged"), "scale", _("Somebody said what a task is like, and whom it touches.")
    ),
    "task_moved": Event(_("Task moved"), "route", _("A task was put elsewhere in the picture.")),
    "task_allocated": Event(
        _("Task given"), "users", _("A person said who does a task, and gave a reason.")
    ),
    "task_accepted": Event(
        _("Task accepted"), "flag", _("Who does a task was accepted; an initiative tries it.")
    ),
    "process_taken_back": Event(
        _("Process taken back"), "undo-2", _("A process made for a pilot was taken back unused.")
    ),
    "task_estimated": Event(
        _("Task estimated"), "chart-line", _("Somebody said what AI would bring in a task.")
    ),
    "task_estimate_undone": Event(
        _("Estimate taken back"), "undo-2", _("What AI would bring in a task is not said any more.")
    ),
    "task_move_undone": Event(
        _("Task put back"), "undo-2", _("A task stands again where it stood before.")
    ),
}
