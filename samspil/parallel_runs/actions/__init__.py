"""Everything that can be done with parallel runs."""

from samspil.parallel_runs.actions.drawing import keep_drawn, lots_for
from samspil.parallel_runs.actions.following import FOLLOW, follow, follow_all
from samspil.parallel_runs.actions.forgetting import forget_cases
from samspil.parallel_runs.actions.starting import (
    CannotRun,
    Terms,
    end_run,
    leave_rest_out,
    name_people,
    pause_run,
    resume_run,
    start_run,
    take_start_back,
)
from samspil.parallel_runs.actions.working import (
    NoAnswer,
    StalePair,
    answer_new_way,
    give_back,
    settle,
    take,
)

__all__ = [
    "FOLLOW",
    "CannotRun",
    "NoAnswer",
    "StalePair",
    "Terms",
    "answer_new_way",
    "end_run",
    "follow",
    "follow_all",
    "forget_cases",
    "give_back",
    "keep_drawn",
    "leave_rest_out",
    "lots_for",
    "name_people",
    "pause_run",
    "resume_run",
    "settle",
    "start_run",
    "take",
    "take_start_back",
]
