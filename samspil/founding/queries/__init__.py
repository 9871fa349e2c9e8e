"""What can be read of an organisation's beginning."""

from samspil.founding.queries.starting import nothing_founded, start_code, start_link, start_words

__all__ = ["nothing_founded", "start_code", "start_link", "start_words"]
