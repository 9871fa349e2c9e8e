"""Pages on what takes time: one's own sheet, rounds, and the list of tasks."""

from samspil.audit.views.bringing import answers_file, bring
from samspil.audit.views.many import table, take_out
from samspil.audit.views.mine import (
    add,
    answer,
    begin,
    bring_back,
    hand_in,
    mine,
    take_away,
    take_back,
    week,
    withdraw,
)
from samspil.audit.views.rounds import asked, close, figures_file, invite, new, one, rounds
from samspil.audit.views.tasks import new_task, remove_task, restore_task, task, tasks
from samspil.audit.views.team import team, team_file

__all__ = [
    "add",
    "answer",
    "answers_file",
    "asked",
    "begin",
    "bring",
    "bring_back",
    "close",
    "figures_file",
    "hand_in",
    "invite",
    "mine",
    "new",
    "new_task",
    "one",
    "remove_task",
    "restore_task",
    "rounds",
    "table",
    "take_away",
    "take_back",
    "take_out",
    "task",
    "tasks",
    "team",
    "team_file",
    "week",
    "withdraw",
]
