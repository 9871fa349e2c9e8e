"""Everything that can be done to colleagues, teams and tokens."""

from samspil.people.actions.absences import BadAbsence, cancel_absence, plan_absence
from samspil.people.actions.forgetting import (
    sweep_absences,
    sweep_staff_lists,
    sweep_trainings,
)
from samspil.people.actions.inviting import InvitationOver, accept, invite
from samspil.people.actions.leaving import let_go
from samspil.people.actions.listing import apply_list, discard_list, keep_list
from samspil.people.actions.noting import note
from samspil.people.actions.organisation import change_organisation
from samspil.people.actions.staffing import (
    AlreadyHere,
    LastOwner,
    add_colleague,
    change_colleague,
)
from samspil.people.actions.taking_on import (
    form_team,
    make_token,
    revoke_token,
    take_on,
    take_on_ai,
)
from samspil.people.actions.teams import TeamNameTaken, change_team, close_team
from samspil.people.actions.training import note_training
from samspil.people.actions.writing import write_letter

__all__ = [
    "AlreadyHere",
    "BadAbsence",
    "InvitationOver",
    "LastOwner",
    "TeamNameTaken",
    "accept",
    "add_colleague",
    "apply_list",
    "cancel_absence",
    "change_colleague",
    "change_organisation",
    "change_team",
    "close_team",
    "discard_list",
    "form_team",
    "invite",
    "keep_list",
    "let_go",
    "make_token",
    "note",
    "note_training",
    "plan_absence",
    "revoke_token",
    "sweep_absences",
    "sweep_staff_lists",
    "sweep_trainings",
    "take_on",
    "take_on_ai",
    "write_letter",
]
