"""Pages of rollouts."""

from samspil.rollouts.views.board import beside, board, due
from samspil.rollouts.views.deeds import (
    agent,
    alarm,
    answer_part,
    back,
    begin_next,
    evidence,
    trained,
    withdraw,
)
from samspil.rollouts.views.files import calendar, table
from samspil.rollouts.views.rollout import change, end, go_on, new, rollout
from samspil.rollouts.views.similar import begin, similar, take_back
from samspil.rollouts.views.support import (
    answer,
    close,
    for_all,
    one_request,
    remove_question,
    reopen,
    support,
)
from samspil.rollouts.views.team import part, team

__all__ = [
    "agent", "alarm", "answer", "answer_part", "back", "begin", "begin_next", "beside", "board",
    "calendar", "change", "close", "due", "end", "evidence", "for_all", "go_on", "new",
    "one_request", "part", "remove_question", "reopen", "rollout", "similar", "support", "table",
    "take_back", "team", "trained", "withdraw",
]  # fmt: skip
