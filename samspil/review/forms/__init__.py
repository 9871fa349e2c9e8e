"""What a person types or chooses while judging cases."""

from samspil.review.forms.judging import (
    LEVELS,
    LONGEST_NOTE,
    LONGEST_REPLY,
    FileForm,
    HandOverForm,
    MessageForm,
    NoteForm,
    ReplyForm,
    SnoozeForm,
    TagForm,
)
from samspil.review.forms.listing import NarrowForm, SearchForm

__all__ = [
    "LEVELS",
    "LONGEST_NOTE",
    "LONGEST_REPLY",
    "FileForm",
    "HandOverForm",
    "MessageForm",
    "NarrowForm",
    "NoteForm",
    "ReplyForm",
    "SearchForm",
    "SnoozeForm",
    "TagForm",
]
