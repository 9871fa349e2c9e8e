"""Pages of maps."""

from samspil.process_maps.views.bringing import bring
from samspil.process_maps.views.comparing import beside
from samspil.process_maps.views.elsewhere import of_process, of_task
from samspil.process_maps.views.links import connect, link, make_task, part, rejoin, share
from samspil.process_maps.views.maps import (
    change,
    file,
    maps,
    new,
    one_map,
    plan,
    remove,
    restore,
    take_back,
)
from samspil.process_maps.views.steps import leave_out, move, put_back, step
from samspil.process_maps.views.steps import new as step_new
from samspil.process_maps.views.steps import take_back as step_take_back

__all__ = [
    "beside",
    "bring",
    "change",
    "connect",
    "file",
    "leave_out",
    "link",
    "make_task",
    "maps",
    "move",
    "new",
    "of_process",
    "of_task",
    "one_map",
    "part",
    "plan",
    "put_back",
    "rejoin",
    "remove",
    "restore",
    "share",
    "step",
    "step_new",
    "step_take_back",
    "take_back",
]
