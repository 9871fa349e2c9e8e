"""Pages on where the company stands, interviews, and the vision."""

from samspil.readiness.views.comparing import compare
from samspil.readiness.views.findings import (
    add_finding,
    drop_guide,
    guide,
    remove_finding,
    restore_finding,
)
from samspil.readiness.views.interviews import interview, interviews, move, new_interview
from samspil.readiness.views.noting import (
    agree,
    calendar,
    disagree,
    leave_out,
    notes,
    put_back,
    question,
)
from samspil.readiness.views.rounds import (
    asked,
    close,
    day,
    figures_file,
    invite,
    new_round,
    one_round,
    overview,
)
from samspil.readiness.views.sheets import hand_in, keep, mine, take_back, withdraw
from samspil.readiness.views.versions import look, version, vision_file
from samspil.readiness.views.vision import (
    decide,
    goal,
    new_goal,
    remove_goal,
    restore_goal,
    vision,
)

__all__ = [
    "add_finding",
    "agree",
    "asked",
    "calendar",
    "close",
    "compare",
    "day",
    "decide",
    "disagree",
    "drop_guide",
    "figures_file",
    "goal",
    "guide",
    "hand_in",
    "interview",
    "interviews",
    "invite",
    "keep",
    "leave_out",
    "look",
    "mine",
    "move",
    "new_goal",
    "new_interview",
    "new_round",
    "notes",
    "one_round",
    "overview",
    "put_back",
    "question",
    "remove_finding",
    "remove_goal",
    "restore_finding",
    "restore_goal",
    "take_back",
    "version",
    "vision",
    "vision_file",
    "withdraw",
]
