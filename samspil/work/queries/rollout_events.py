"""What is said of events in rollouts."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_ROLLOUTS: Mapping[str, Event] = {
    "rollout_made": Event(
        _("Rollout laid out"), "route", _("It was laid out which teams take something up by when.")
    ),
    "rollout_changed": Event(
        _("Rollout changed"), "pencil", _("The plan of a rollout was changed.")
    ),
    "rollout_part_changed": Event(
        _("Team's part changed"), "pencil", _("A team's days, owner or cases in a rollout changed.")
    ),
    "rollout_team_out": Event(
        _("Team taken out"), "undo-2", _("A team was taken out of a rollout.")
    ),
    "rollout_team_in": Event(
        _("Team taken in again"), "undo-2", _("A team is in a rollout again.")
    ),
    "rollout_phase": Event(
        _("Team in another phase"), "flag", _("A team went on, or back, in a rollout.")
    ),
    "rollout_evidence": Event(
        _("Evidence written"), "pencil", _("It was written what was done in a rollout.")
    ),
    "rollout_ended": Event(
        _("Rollout ended"), "circle-check", _("A rollout was brought to an end.")
    ),
    "rollout_goes_on": Event(
        _("Rollout goes on"), "undo-2", _("A rollout that was ended goes on.")
    ),
    "rollout_copied": Event(
        _("Begun elsewhere"), "plus", _("What is rolled out was written down for a task elsewhere.")
    ),
    "rollout_alarm": Event(
        _("Alarm in a rollout"), "triangle-alert", _("A team's figures are off their plan.")
    ),
    "rollout_alarm_over": Event(
        _("Alarm over"), "circle-check", _("A team's figures are as planned again.")
    ),
    "rollout_alarm_noted": Event(
        _("Alarm looked at"), "check", _("A person wrote what is done about an alarm.")
    ),
    "change_agent_asked": Event(
        _("Change agent asked"), "hand", _("A colleague was asked to help their team along.")
    ),
    "change_agent_accepted": Event(
        _("Change agent accepted"), "check", _("A colleague helps their team along from now on.")
    ),
    "change_agent_left": Event(
        _("Change agent left"), "undo-2", _("A colleague is no change agent of their team.")
    ),
    "support_asked": Event(
        _("Help asked for"), "circle-question-mark", _("A colleague asked for help in a rollout.")
    ),
    "support_answered": Event(
        _("Help given"), "message-square", _("A request for help was answered.")
    ),
    "support_reopened": Event(
        _("Help asked for again"), "undo-2", _("An answer did not help yet.")
    ),
    "support_closed": Event(
        _("Request for help closed"), "circle-check", _("A request for help is settled.")
    ),
    "common_question_written": Event(
        _("Answer written for all"), "users", _("What many ask was written down for all.")
    ),
    "common_question_removed": Event(
        _("Answer for all removed"), "trash-2", _("An answer for all was taken away.")
    ),
}
