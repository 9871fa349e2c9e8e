"""Try whether AI is fair, and keep outcomes of groups."""

from samspil.fairness.actions.outcomes import keep_outcomes, remove_outcomes, sweep_outcomes
from samspil.fairness.actions.trials import (
    SEED,
    TRY,
    TRY_DUE,
    ask_to_try,
    see_trial,
    try_asked,
    try_due,
    try_fairness,
)

__all__ = [
    "SEED",
    "TRY",
    "TRY_DUE",
    "ask_to_try",
    "keep_outcomes",
    "remove_outcomes",
    "see_trial",
    "sweep_outcomes",
    "try_asked",
    "try_due",
    "try_fairness",
]
