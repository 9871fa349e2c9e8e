"""Comparisons of options and budgets, by program."""

from samspil.scenarios.api.budgets import router as budgets
from samspil.scenarios.api.comparisons import router as comparisons

__all__ = ["budgets", "comparisons"]
