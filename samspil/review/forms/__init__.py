"""What a person types and chooses while judging cases."""

from samspil.review.forms.choosing import ChosenForm, ids_in
from samspil.review.forms.contesting import AnewForm, ContestForm
from samspil.review.forms.filters import FilterForm, KeptFilterForm
from samspil.review.forms.judging import (
    LEVELS,
    LONGEST_NOTE,
    LONGEST_REPLY,
    FileForm,
    HandOverForm,
    JudgeForm,
    MessageForm,
    NoteForm,
    ReplyForm,
    SnoozeForm,
    TagForm,
)
from samspil.review.forms.listing import PrintedForm, SearchForm
from samspil.review.forms.narrowing import NarrowForm, TableForm

__all__ = [
    "LEVELS",
    "LONGEST_NOTE",
    "LONGEST_REPLY",
    "AnewForm",
    "ChosenForm",
    "ContestForm",
    "FileForm",
    "FilterForm",
    "HandOverForm",
    "JudgeForm",
    "KeptFilterForm",
    "MessageForm",
    "NarrowForm",
    "NoteForm",
    "PrintedForm",
    "ReplyForm",
    "SearchForm",
    "SnoozeForm",
    "TableForm",
    "TagForm",
    "ids_in",
]
