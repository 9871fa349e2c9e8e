"""Everything that is done at the beginning."""

from samspil.founding.actions.founding import Founding, found, found_first
from samspil.founding.actions.stepping import put_steps_away, show_steps
from samspil.tenancy.actions import AlreadyFounded

__all__ = ["AlreadyFounded", "Founding", "found", "found_first", "put_steps_away", "show_steps"]
