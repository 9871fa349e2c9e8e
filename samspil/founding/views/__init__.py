"""The pages of the beginning."""

from samspil.founding.views.beginning import begin, put_away, show_steps
from samspil.founding.views.sampling import make_sample, remove_sample, sample
from samspil.founding.views.starting import sign_in, start

__all__ = [
    "begin",
    "make_sample",
    "put_away",
    "remove_sample",
    "sample",
    "show_steps",
    "sign_in",
    "start",
]
