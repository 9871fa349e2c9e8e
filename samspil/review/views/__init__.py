"""The queue, a case, and what a person does with it."""

from samspil.review.views.adding import add_message
from samspil.review.views.deciding import agree, decide, give_back, hand_over, take, take_next
from samspil.review.views.files import add_file, file
from samspil.review.views.freeing import free
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

__all__ = [
    "add_file",
    "add_message",
    "add_tag",
    "agree",
    "case",
    "decide",
    "file",
    "free",
    "give_back",
    "hand_over",
    "history",
    "mentions",
    "merge",
    "more",
    "news",
    "note",
    "put_aside",
    "queue",
    "remove_tag",
    "search",
    "see_mention",
    "split",
    "take",
    "take_next",
    "undo",
]
