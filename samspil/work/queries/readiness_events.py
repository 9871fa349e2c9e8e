"""What is said of events in rounds of readiness, interviews and the vision."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_READINESS: Mapping[str, Event] = {
    "readiness_opened": Event(
        _("Readiness: round begun"), "target", _("A round on where the company stands was begun.")
    ),
    "readiness_day": Event(
        _("Readiness: last day changed"), "calendar", _("A round ends on another day.")
    ),
    "readiness_invited": Event(
        _("Readiness: people invited"), "mail", _("Those whom a round asks were written to.")
    ),
    "readiness_closed": Event(
        _("Readiness: round over"),
        "circle-check",
        _("A round was counted, and every answer in it deleted."),
    ),
    "interview_arranged": Event(
        _("Interview arranged"), "message-square", _("Somebody was asked for an interview.")
    ),
    "interview_moved": Event(
        _("Interview moved"), "calendar", _("An interview was put on another day or elsewhere.")
    ),
    "interview_noted": Event(
        _("Interview noted"), "pencil", _("Notes or questions of an interview were changed.")
    ),
    "interview_agreed": Event(
        _("Notes agreed"), "check", _("The person has read the notes of an interview and agreed.")
    ),
    "interview_agreement_undone": Event(
        _("Agreement taken back"), "undo-2", _("The person does not agree to the notes any more.")
    ),
    "interview_removed": Event(_("Interview left out"), "trash-2", _("An interview was left out.")),
    "interview_restored": Event(
        _("Interview put back"), "undo-2", _("An interview that was left out was put back.")
    ),
    "guide_written": Event(
        _("Guide changed"), "pencil", _("The questions for interviews were changed.")
    ),
    "guide_dropped": Event(
        _("Guide put back"), "undo-2", _("The questions that come with Samspil are asked again.")
    ),
    "finding_added": Event(
        _("Finding added"), "lightbulb", _("What was learned from interviews was written down.")
    ),
    "finding_removed": Event(_("Finding left out"), "trash-2", _("A finding was left out.")),
    "finding_restored": Event(_("Finding put back"), "undo-2", _("A finding was put back.")),
    "goal_added": Event(_("Goal added"), "plus", _("A goal was put into the vision.")),
    "goal_changed": Event(_("Goal changed"), "pencil", _("A goal of the vision was changed.")),
    "goal_removed": Event(_("Goal left out"), "trash-2", _("A goal was left out of the vision.")),
    "goal_restored": Event(_("Goal put back"), "undo-2", _("A goal was put back.")),
    "vision_decided": Event(
        _("Vision decided"), "flag", _("What is to be solved in twelve months was decided.")
    ),
    "vision_looked_at": Event(
        _("Vision looked at"), "eye", _("How far the goals of the vision are was written down.")
    ),
}
