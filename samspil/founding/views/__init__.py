"""The pages of the beginning."""

from samspil.founding.views.beginning import begin, put_away, show_steps
from samspil.founding.views.starting import sign_in, start

__all__ = ["begin", "put_away", "show_steps", "sign_in", "start"]
