"""Comparisons of options and what was decided; budgets and what was spent."""

from samspil.scenarios.models.budgets import Budget, BudgetLine, Spending
from samspil.scenarios.models.comparisons import Choice, Comparison, Option, OptionTask

__all__ = ["Budget", "BudgetLine", "Choice", "Comparison", "Option", "OptionTask", "Spending"]
