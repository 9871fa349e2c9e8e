"""Everything that can be done with maps of processes."""

from samspil.process_maps.actions.keeping import Owner
from samspil.process_maps.actions.links import Linked, link_step, make_task
from samspil.process_maps.actions.maps import (
    begin_map,
    change_map,
    plan_map,
    remove_map,
    restore_map,
    take_back_map,
)
from samspil.process_maps.actions.refusing import Refused, Stale
from samspil.process_maps.actions.steps import (
    Spot,
    Wanted,
    add_step,
    change_step,
    leave_out,
    move_step,
    put_back,
    take_back_step,
)
from samspil.process_maps.actions.ways import change_share, connect, part, rejoin

__all__ = [
    "Linked",
    "Owner",
    "Refused",
    "Spot",
    "Stale",
    "Wanted",
    "add_step",
    "begin_map",
    "change_map",
    "change_share",
    "change_step",
    "connect",
    "leave_out",
    "link_step",
    "make_task",
    "move_step",
    "part",
    "plan_map",
    "put_back",
    "rejoin",
    "remove_map",
    "restore_map",
    "take_back_map",
    "take_back_step",
]
