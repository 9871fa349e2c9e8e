"""Everything that can be done with initiatives."""

from samspil.pipeline.actions.accepting import NewWork, accept, take_back_acceptance
from samspil.pipeline.actions.drilling import NotAtWork, drill
from samspil.pipeline.actions.handing import Handed, hand_back, hand_out
from samspil.pipeline.actions.moving import (
    GateShut,
    end_initiative,
    move_back,
    note_halt,
    open_gate,
)
from samspil.pipeline.actions.planning import (
    Plan,
    change_initiative,
    evaluate,
    make_initiative,
    take_back_initiative,
)
from samspil.pipeline.actions.taking_over import (
    NotTakenOver,
    leave_standing,
    take_over,
    undo_adjustment,
)
from samspil.pipeline.actions.telling import MINE, TELL, tell_given
from samspil.pipeline.actions.watching import WATCH, watch_stops

__all__ = [
    "MINE",
    "TELL",
    "WATCH",
    "GateShut",
    "Handed",
    "NewWork",
    "NotAtWork",
    "NotTakenOver",
    "Plan",
    "accept",
    "change_initiative",
    "drill",
    "end_initiative",
    "evaluate",
    "hand_back",
    "hand_out",
    "leave_standing",
    "make_initiative",
    "move_back",
    "note_halt",
    "open_gate",
    "take_back_acceptance",
    "take_back_initiative",
    "take_over",
    "tell_given",
    "undo_adjustment",
    "watch_stops",
]
