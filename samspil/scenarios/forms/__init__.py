"""What people say of comparisons and budgets."""

from samspil.scenarios.forms.budgets import (
    KINDS,
    BudgetForm,
    LineForm,
    MonthsForm,
    SpendingFileForm,
)
from samspil.scenarios.forms.choosing import ChoiceForm
from samspil.scenarios.forms.comparisons import NAMES, ComparisonForm, OptionForm

__all__ = [
    "KINDS",
    "NAMES",
    "BudgetForm",
    "ChoiceForm",
    "ComparisonForm",
    "LineForm",
    "MonthsForm",
    "OptionForm",
    "SpendingFileForm",
]
