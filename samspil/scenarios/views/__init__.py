"""Pages on comparisons and budgets."""

from samspil.scenarios.views.budgets import (
    budget,
    budget_change,
    budget_file,
    budget_new,
    budget_remove,
    budget_restore,
    budgets,
    spending_file,
)
from samspil.scenarios.views.comparison import change, comparison, new, remove, restore
from samspil.scenarios.views.deciding import choose, comparisons, due, file, look_again
from samspil.scenarios.views.lines import (
    bring,
    line,
    line_months,
    line_new,
    line_remove,
    line_restore,
)
from samspil.scenarios.views.options import option, option_new, option_remove, option_restore

__all__ = [
    "bring",
    "budget",
    "budget_change",
    "budget_file",
    "budget_new",
    "budget_remove",
    "budget_restore",
    "budgets",
    "change",
    "choose",
    "comparison",
    "comparisons",
    "due",
    "file",
    "line",
    "line_months",
    "line_new",
    "line_remove",
    "line_restore",
    "look_again",
    "new",
    "option",
    "option_new",
    "option_remove",
    "option_restore",
    "remove",
    "restore",
    "spending_file",
]
