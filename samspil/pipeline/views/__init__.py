"""Pages on initiatives."""

from samspil.pipeline.views.accepting import new, take_back
from samspil.pipeline.views.board import board, due
from samspil.pipeline.views.deeds import back, drill, end, evaluate, noted, open_gate
from samspil.pipeline.views.handing import give, give_back
from samspil.pipeline.views.initiative import change, initiative
from samspil.pipeline.views.plan import plan, plan_file
from samspil.pipeline.views.taking_over import leave, of_task, take_over, undo_adjustment

__all__ = [
    "back",
    "board",
    "change",
    "drill",
    "due",
    "end",
    "evaluate",
    "give",
    "give_back",
    "initiative",
    "leave",
    "new",
    "noted",
    "of_task",
    "open_gate",
    "plan",
    "plan_file",
    "take_back",
    "take_over",
    "undo_adjustment",
]
