"""Pages on parallel runs."""

from samspil.parallel_runs.views.deeds import end, finish, pause, resume, take_back
from samspil.parallel_runs.views.runs import due, name_people, new, overview, results_file, run
from samspil.parallel_runs.views.sheets import give_back, sheet, take

__all__ = [
    "due",
    "end",
    "finish",
    "give_back",
    "name_people",
    "new",
    "overview",
    "pause",
    "results_file",
    "resume",
    "run",
    "sheet",
    "take",
    "take_back",
]
