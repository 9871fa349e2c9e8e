"""Pages on initiatives."""

from samspil.pipeline.views.accepting import new, take_back
from samspil.pipeline.views.board import board, due
from samspil.pipeline.views.deeds import back, drill, end, evaluate, noted, open_gate
from samspil.pipeline.views.handing import give, give_back
from samspil.pipeline.views.initiative import change, initiative
from samspil.pipeline.views.plan import plan, plan_file

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
    "new",
    "noted",
    "open_gate",
    "plan",
    "plan_file",
    "take_back",
]
