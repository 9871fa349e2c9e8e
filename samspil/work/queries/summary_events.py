"""What is said of events about summaries."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_SUMMARIES: Mapping[str, Event] = {
    "summary_ordered": Event(
        _("Summary asked for"), "file-text", _("Somebody asked for a summary or for minutes.")
    ),
    "summary_made": Event(
        _("Summary made"), "file-text", _("AI chose sentences from a text, word for word.")
    ),
    "summary_failed": Event(
        _("Summary not made"), "circle-alert", _("A text could not be summarised.")
    ),
    "summary_phrasing_ordered": Event(
        _("Phrasing asked for"),
        "pencil",
        _("Somebody asked a language model to put a summary into other words."),
    ),
    "summary_phrased": Event(
        _("Summary phrased"),
        "pencil",
        _("A language model phrased a summary; kept was what the text says."),
    ),
    "summary_changed": Event(
        _("Summary changed"), "pencil", _("A person changed what a summary says.")
    ),
    "summary_approved": Event(
        _("Summary checked"), "check", _("A person said that they have checked a summary.")
    ),
    "summary_removed": Event(
        _("Summary removed"), "trash-2", _("A summary was removed; it is deleted in a day.")
    ),
    "summary_restored": Event(
        _("Summary brought back"), "undo-2", _("A removed summary came back.")
    ),
    "summary_case_opened": Event(
        _("Case made of an action"), "inbox", _("An action of a meeting became a case.")
    ),
}
