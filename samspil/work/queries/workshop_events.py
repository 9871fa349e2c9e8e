"""What is said of events in workshops."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_WORKSHOPS: Mapping[str, Event] = {
    "workshop_opened": Event(
        _("Workshop opened"), "lightbulb", _("A workshop on what AI might help with was opened.")
    ),
    "workshop_table_added": Event(
        _("Table added"), "plus", _("One more table was put into a workshop.")
    ),
    "workshop_stepped": Event(
        _("Workshop led on"), "arrow-right", _("A workshop went to another phase.")
    ),
    "workshop_proposal_removed": Event(
        _("Proposal taken off"),
        "trash-2",
        _("Whoever leads a workshop took a proposal off."),
    ),
    "workshop_proposal_restored": Event(
        _("Proposal put back"), "undo-2", _("A proposal was put back into a workshop.")
    ),
    "workshop_proposals_joined": Event(
        _("Proposals joined"), "link", _("Two proposals of a workshop were put together.")
    ),
    "workshop_proposals_parted": Event(
        _("Proposals parted"), "undo-2", _("A proposal of a workshop stands for itself again.")
    ),
    "workshop_reordered": Event(
        _("Order changed"), "sliders-horizontal", _("A proposal was put elsewhere, for a reason.")
    ),
    "workshop_order_undone": Event(
        _("Order put back"), "undo-2", _("A proposal stands again where it stood before.")
    ),
    "workshop_landed": Event(
        _("Result landed"), "flag", _("Proposals of a workshop became tasks and initiatives.")
    ),
    "workshop_landing_undone": Event(
        _("Landing taken back"),
        "undo-2",
        _("A task and an initiative from a workshop were taken back."),
    ),
    "workshop_ended": Event(
        _("Workshop ended"),
        "circle-check",
        _("A workshop ended: its code, and who was there, are forgotten."),
    ),
}
