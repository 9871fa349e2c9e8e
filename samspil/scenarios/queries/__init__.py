"""Comparisons, their options, and what was decided."""

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
from samspil.scenarios.queries.options import Laid, candidates, said
from samspil.scenarios.queries.tables import comparison_rows

__all__ = [
    "Hinges",
    "Laid",
    "Weighed",
    "candidates",
    "comparison_at",
    "comparison_rows",
    "comparisons",
    "hinges",
    "option_at",
    "said",
    "to_look_at",
    "weighed",
]
