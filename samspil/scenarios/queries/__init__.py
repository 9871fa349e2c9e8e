"""Comparisons and what was decided; budgets and what they come to."""

from samspil.scenarios.queries.budgets import (
    Reckoned,
    budget_at,
    budget_rows,
    budgets,
    line_at,
    month_of,
    outlook_of,
    reckoned,
    running_out,
    spending_rows,
)
from samspil.scenarios.queries.comparisons import (
    Hinges,
    Weighed,
    comparison_at,
    comparisons,
    hinges,
    option_at,
    to_look_at,
    weighed,
)
from samspil.scenarios.queries.gains import gains
from samspil.scenarios.queries.options import Laid, candidates, said
from samspil.scenarios.queries.tables import comparison_rows

__all__ = [
    "Hinges",
    "Laid",
    "Reckoned",
    "Weighed",
    "budget_at",
    "budget_rows",
    "budgets",
    "candidates",
    "comparison_at",
    "comparison_rows",
    "comparisons",
    "gains",
    "hinges",
    "line_at",
    "month_of",
    "option_at",
    "outlook_of",
    "reckoned",
    "running_out",
    "said",
    "spending_rows",
    "to_look_at",
    "weighed",
]
