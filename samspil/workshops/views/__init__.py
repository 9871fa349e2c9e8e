"""Pages of workshops."""

from samspil.workshops.views.estimating import estimate
from samspil.workshops.views.gathering import (
    change,
    join_two,
    part_two,
    propose,
    remove,
    restore,
)
from samspil.workshops.views.minutes import minutes, minutes_page
from samspil.workshops.views.results import land, move, take_off, undo
from samspil.workshops.views.room import end, room, step
from samspil.workshops.views.rooms import add_table, join, leave, new, qr_code, workshops
from samspil.workshops.views.voting import vote

__all__ = [
    "add_table",
    "change",
    "end",
    "estimate",
    "join",
    "join_two",
    "land",
    "leave",
    "minutes",
    "minutes_page",
    "move",
    "new",
    "part_two",
    "propose",
    "qr_code",
    "remove",
    "restore",
    "room",
    "step",
    "take_off",
    "undo",
    "vote",
    "workshops",
]
