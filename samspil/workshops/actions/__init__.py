"""Everything that can be done in a workshop."""

from samspil.workshops.actions.estimating import estimate_proposal
from samspil.workshops.actions.forgetting import forget_seats, sweep_ballots, sweep_seats
from samspil.workshops.actions.joining import add_table, join, leave
from samspil.workshops.actions.landing import land, take_off
from samspil.workshops.actions.proposing import (
    Idea,
    change_proposal,
    join_proposals,
    part_proposals,
    propose,
    remove_proposal,
    restore_proposal,
)
from samspil.workshops.actions.ranking import move_to_place, undo_move
from samspil.workshops.actions.refusing import Refused
from samspil.workshops.actions.rooms import Opening, end_workshop, open_workshop, step
from samspil.workshops.actions.voting import vote

__all__ = [
    "Idea",
    "Opening",
    "Refused",
    "add_table",
    "change_proposal",
    "end_workshop",
    "estimate_proposal",
    "forget_seats",
    "join",
    "join_proposals",
    "land",
    "leave",
    "move_to_place",
    "open_workshop",
    "part_proposals",
    "propose",
    "remove_proposal",
    "restore_proposal",
    "step",
    "sweep_ballots",
    "sweep_seats",
    "take_off",
    "undo_move",
    "vote",
]
