"""What is said of events about tasks, and rounds in which people say what takes their time."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_AUDITS: Mapping[str, Event] = {
    "task_added": Event(_("Task listed"), "plus", _("A task came onto the company's list.")),
    "task_changed": Event(_("Task changed"), "pencil", _("What is known of a task was changed.")),
    "task_removed": Event(_("Task off the list"), "trash-2", _("A task was taken off the list.")),
    "task_restored": Event(_("Task back"), "undo-2", _("A task came back onto the list.")),
    "audit_opened": Event(_("Round begun"), "clock", _("People are asked what takes their time.")),
    "audit_days": Event(_("Round's days changed"), "pencil", _("A round goes on for other days.")),
    "audit_invited": Event(_("People invited"), "mail", _("Those whom a round asks got a letter.")),
    "audit_brought": Event(
        _("Table brought in"), "upload", _("Many people's answers came into a round by table.")
    ),
    "audit_taken_out": Event(
        _("Table taken out"), "undo-2", _("Answers that a table brought in were taken out again.")
    ),
    "audit_closed": Event(
        _("Round over"), "check", _("What may be told of five people and more was counted.")
    ),
}
