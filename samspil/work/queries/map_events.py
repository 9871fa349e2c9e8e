"""What is said of events about maps of processes."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_MAPS: Mapping[str, Event] = {
    "process_map_begun": Event(_("Map begun"), "route", _("A map of a process was begun.")),
    "process_map_changed": Event(
        _("Map changed"), "pencil", _("Name or owner of a map was said otherwise.")
    ),
    "process_map_removed": Event(
        _("Map removed"), "trash-2", _("A map of a process was taken off the list.")
    ),
    "process_map_restored": Event(
        _("Map brought back"), "undo-2", _("A map of a process is on the list again.")
    ),
    "process_map_planned": Event(
        _("Plan made of a map"), "target", _("A map was copied, to say how it shall be.")
    ),
    "map_step_added": Event(_("Step added"), "plus", _("A step was put on a map.")),
    "map_step_changed": Event(_("Step changed"), "pencil", _("A step was said otherwise.")),
    "map_step_linked": Event(
        _("Step linked"), "link", _("A person said what a step of a map is elsewhere.")
    ),
    "map_step_moved": Event(_("Step moved"), "route", _("A step was put at another place.")),
    "map_step_left_out": Event(_("Step left out"), "x", _("A step was left out of a map.")),
    "map_step_put_back": Event(_("Step put back"), "undo-2", _("A step is on a map again.")),
    "map_steps_joined": Event(
        _("Steps joined"), "arrow-right", _("A way from this step to another was added.")
    ),
    "map_steps_parted": Event(
        _("Steps parted"), "x", _("A way from this step to another was taken away.")
    ),
    "map_way_changed": Event(
        _("Way changed"), "pencil", _("It was said otherwise how many go a way from this step.")
    ),
}
