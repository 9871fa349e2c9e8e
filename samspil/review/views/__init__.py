"""The queue, a case, and what a person does with it."""

from samspil.review.views.adding import add_message
from samspil.review.views.choosing import batch, choose, do_to_chosen, undo_batch
from samspil.review.views.classing import class_case
from samspil.review.views.contesting import contest, decide_anew
from samspil.review.views.deciding import (
    agree,
    decide,
    give_back,
    hand_over,
    take,
    take_next,
    take_over,
)
from samspil.review.views.enclosing import enclose, enclose_file, leave_file_out
from samspil.review.views.explaining import explain, explain_word
from samspil.review.views.exporting import (
    export,
    export_case,
    note_case_printed,
    note_printed,
    print_case,
)
from samspil.review.views.files import add_file, file
from samspil.review.views.filters import (
    change_filter,
    filters,
    remove_filter,
    restore_filter,
    save_filter,
)
from samspil.review.views.freeing import free
from samspil.review.views.judging import judge
from samspil.review.views.marking import (
    add_tag,
    mentions,
    merge,
    more,
    note,
    put_aside,
    remove_tag,
    see_mention,
    split,
    undo,
)
from samspil.review.views.news import news
from samspil.review.views.reading import case, history, queue
from samspil.review.views.searching import search
from samspil.review.views.table import all_cases, choose_columns

__all__ = [
    "add_file",
    "add_message",
    "add_tag",
    "agree",
    "all_cases",
    "batch",
    "case",
    "change_filter",
    "choose",
    "choose_columns",
    "class_case",
    "contest",
    "decide",
    "decide_anew",
    "do_to_chosen",
    "enclose",
    "enclose_file",
    "explain",
    "explain_word",
    "export",
    "export_case",
    "file",
    "filters",
    "free",
    "give_back",
    "hand_over",
    "history",
    "judge",
    "leave_file_out",
    "mentions",
    "merge",
    "more",
    "news",
    "note",
    "note_case_printed",
    "note_printed",
    "print_case",
    "put_aside",
    "queue",
    "remove_filter",
    "remove_tag",
    "restore_filter",
    "save_filter",
    "search",
    "see_mention",
    "split",
    "take",
    "take_next",
    "take_over",
    "undo",
    "undo_batch",
]
