"""Workshops, what stands in a room now, and what came of it."""

from samspil.workshops.queries.minutes import minutes_rows
from samspil.workshops.queries.own import mark_of, own_points, own_proposals, seats_of
from samspil.workshops.queries.retention import over_ballots, over_seats
from samspil.workshops.queries.room import Room, Standing, room_of
from samspil.workshops.queries.rooms import (
    ended_workshops,
    move_at,
    open_proposals,
    open_workshops,
    proposal_at,
    table_of,
    workshop_at,
    workshop_of_code,
)

__all__ = [
    "Room",
    "Standing",
    "ended_workshops",
    "mark_of",
    "minutes_rows",
    "move_at",
    "open_proposals",
    "open_workshops",
    "over_ballots",
    "over_seats",
    "own_points",
    "own_proposals",
    "proposal_at",
    "room_of",
    "seats_of",
    "table_of",
    "workshop_at",
    "workshop_of_code",
]
