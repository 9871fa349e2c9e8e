"""Everything that can be done to colleagues, teams and tokens."""

from samspil.people.actions.absences import BadAbsence, cancel_absence, plan_absence
from samspil.people.actions.taking_on import (
    form_team,
    make_token,
    revoke_token,
    take_on,
    take_on_ai,
)

__all__ = [
    "BadAbsence",
    "cancel_absence",
    "form_team",
    "make_token",
    "plan_absence",
    "revoke_token",
    "take_on",
    "take_on_ai",
]
