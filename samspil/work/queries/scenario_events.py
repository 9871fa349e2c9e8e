"""What is said of events about comparisons of options and about budgets."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_SCENARIOS: Mapping[str, Event] = {
    "comparison_begun": Event(
        _("Comparison begun"), "scale", _("Options are to be compared before somebody decides.")
    ),
    "comparison_changed": Event(
        _("Comparison changed"), "pencil", _("What is to be decided was said otherwise.")
    ),
    "comparison_removed": Event(
        _("Comparison removed"), "trash-2", _("A comparison was taken off the list.")
    ),
    "comparison_restored": Event(
        _("Comparison brought back"), "undo-2", _("A comparison is on the list again.")
    ),
    "option_added": Event(_("Option added"), "plus", _("An option was added to a comparison.")),
    "option_changed": Event(
        _("Option changed"), "pencil", _("What is guessed of an option was changed.")
    ),
    "option_removed": Event(
        _("Option left out"), "x", _("An option was left out of a comparison.")
    ),
    "option_restored": Event(_("Option brought back"), "undo-2", _("An option is compared again.")),
    "comparison_decided": Event(
        _("Decided between options"), "scale", _("A person decided, with a reason in writing.")
    ),
    "choice_looked_at": Event(
        _("Decision looked at again"), "check", _("A person looked at a decision again: it stands.")
    ),
    "budget_begun": Event(_("Budget begun"), "table-2", _("A year's money is to be planned.")),
    "budget_changed": Event(_("Budget changed"), "pencil", _("A budget was said otherwise.")),
    "budget_removed": Event(_("Budget removed"), "trash-2", _("A budget was taken off the list.")),
    "budget_restored": Event(
        _("Budget brought back"), "undo-2", _("A budget is on the list again.")
    ),
    "budget_line_added": Event(_("Line added"), "plus", _("A line was added to a budget.")),
    "budget_line_changed": Event(
        _("Line changed"), "pencil", _("A line of a budget was planned otherwise.")
    ),
    "budget_line_removed": Event(_("Line left out"), "x", _("A line was left out of a budget.")),
    "budget_line_restored": Event(
        _("Line brought back"), "undo-2", _("A line is in the budget again.")
    ),
    "budget_spent": Event(_("Spending noted"), "table-2", _("A person wrote down what was spent.")),
}
