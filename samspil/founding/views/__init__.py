"""The pages of the beginning."""

from samspil.founding.views.starting import sign_in, start

__all__ = ["sign_in", "start"]
