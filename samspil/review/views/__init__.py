"""The queue, a case, and what a person does with it."""

from samspil.review.views.adding import add_message
from samspil.review.views.deciding import agree, decide, give_back, hand_over, take, take_next
from samspil.review.views.reading import case, history, queue
from samspil.review.views.searching import search

__all__ = [
    "add_message",
    "agree",
    "case",
    "decide",
    "give_back",
    "hand_over",
    "history",
    "queue",
    "search",
    "take",
    "take_next",
]
