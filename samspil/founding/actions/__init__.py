"""Everything that is done at the beginning."""

from samspil.founding.actions.founding import Founding, found, found_first
from samspil.founding.actions.sampling import SAMPLE, ask_for_sample, play_sample, remove_sample
from samspil.founding.actions.stepping import put_steps_away, show_steps
from samspil.tenancy.actions import AlreadyFounded

__all__ = [
    "SAMPLE",
    "AlreadyFounded",
    "Founding",
    "ask_for_sample",
    "found",
    "found_first",
    "play_sample",
    "put_steps_away",
    "remove_sample",
    "show_steps",
]
