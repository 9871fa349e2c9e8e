"""What is said of events about uses of AI and the law."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_USES: Mapping[str, Event] = {
    "use_settled": Event(
        _("Class of a use taken on"), "scale", _("A person took on what class a use of AI is.")
    ),
    "use_recorded": Event(
        _("Recorded about a use"), "pencil", _("What was done about a use of AI was recorded.")
    ),
    "use_overseers_named": Event(
        _("Watchers of a use named"), "eye", _("Who watches over a use of AI was said.")
    ),
    "use_answerable_named": Event(
        _("Who answers for a use named"), "user", _("Who answers for errors of AI was said.")
    ),
    "notice_published": Event(
        _("Notice published"), "eye", _("Everybody may read now what AI does in this process.")
    ),
    "notice_withdrawn": Event(
        _("Notice withdrawn"), "eye-off", _("Nobody outside reads any more what AI does there.")
    ),
    "training_noted": Event(
        _("Training recorded"), "graduation-cap", _("A colleague's training was recorded.")
    ),
    "fairness_tried": Event(
        _("AI tried for fairness"),
        "scale",
        _("Words such as names were swapped, and it was counted how often AI answers otherwise."),
    ),
    "fairness_seen": Event(
        _("Trial for fairness looked at"), "eye", _("A person looked at what a trial found.")
    ),
    "outcomes_kept": Event(
        _("Outcomes of groups kept"),
        "scale",
        _("Counts of decisions by group were brought in; whose group is which is not kept."),
    ),
    "outcomes_removed": Event(
        _("Outcomes of groups deleted"), "trash-2", _("Counts of decisions by group were deleted.")
    ),
    "baseline_recorded": Event(
        _("Baseline recorded"), "clock", _("What cases took before AI was recorded.")
    ),
    "old_way_back": Event(
        _("Old way put back"), "undo-2", _("A stop condition held: people decide without AI again.")
    ),
    "initiative_made": Event(_("Initiative begun"), "route", _("An initiative was written down.")),
    "initiative_changed": Event(
        _("Initiative changed"), "pencil", _("What an initiative is to try was changed.")
    ),
    "initiative_taken_back": Event(
        _("Initiative taken back"),
        "undo-2",
        _("An initiative with which nobody had gone on was taken back."),
    ),
    "initiative_opened": Event(
        _("Gate opened"), "flag", _("An initiative passed a gate, with all its evidence.")
    ),
    "initiative_back": Event(
        _("Initiative moved back"),
        "undo-2",
        _("An initiative went back; so did how work is shared."),
    ),
    "initiative_taken_over": Event(
        _("Division taken over"),
        "refresh-cw",
        _("How a task is divided now became what its initiative lays down."),
    ),
    "initiative_left": Event(
        _("Plan left as it stands"),
        "hand",
        _("A person left an initiative as planned, although its task is divided otherwise."),
    ),
    "initiative_adjustment_undone": Event(
        _("Taking over undone"),
        "undo-2",
        _("What an initiative laid down before holds again."),
    ),
    "initiative_halted": Event(
        _("Initiative stopped"), "octagon-x", _("A stop condition of an initiative held.")
    ),
    "initiative_halt_noted": Event(
        _("Stop looked at"), "check", _("A person looked at why an initiative was stopped.")
    ),
    "initiative_evaluated": Event(
        _("Initiative evaluated"), "scale", _("A person wrote down what a stage showed.")
    ),
    "initiative_ended": Event(
        _("Initiative ended"), "circle-check", _("An initiative was brought to an end.")
    ),
    "plan_item_given": Event(
        _("Item of the plan given"),
        "users",
        _("It was said who sees to something in the 90-day plan."),
    ),
    "stop_tested": Event(
        _("Stop tested"), "octagon-x", _("It was tested whether stopping puts the old way back.")
    ),
    "law_looked_at": Event(
        _("Law looked at"), "book-open", _("Somebody looked whether the law still says so.")
    ),
}
