"""What is said of events about event logs."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_LOGS: Mapping[str, Event] = {
    "event_log_brought": Event(
        _("Event log brought in"), "upload", _("An event log was put aside to be looked at.")
    ),
    "event_log_started": Event(
        _("Event log given to be read"), "play", _("A person said what the columns of a log hold.")
    ),
    "event_log_read": Event(
        _("Event log read"),
        "chart-line",
        _("Counts and times of steps are kept; the events themselves are deleted."),
    ),
    "event_log_linked": Event(
        _("Steps of an event log linked"),
        "link",
        _("A person said which live processes do the steps of a log."),
    ),
    "event_log_failed": Event(
        _("Event log not read"), "circle-alert", _("An event log could not be read.")
    ),
    "event_log_removed": Event(
        _("Event log removed"), "trash-2", _("What an event log showed goes in a day.")
    ),
    "event_log_restored": Event(
        _("Event log brought back"), "undo-2", _("Removing an event log was undone.")
    ),
}
