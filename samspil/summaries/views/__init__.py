"""Ask for summaries, read and correct them."""

from samspil.summaries.views.changing import (
    add,
    approve,
    bring_back,
    change,
    drop,
    move_down,
    move_up,
    open_case,
    phrase,
    remove,
    restore,
)
from samspil.summaries.views.ordering import new, new_meeting
from samspil.summaries.views.reading import facts, save, summaries, summary, text

__all__ = [
    "add",
    "approve",
    "bring_back",
    "change",
    "drop",
    "facts",
    "move_down",
    "move_up",
    "new",
    "new_meeting",
    "open_case",
    "phrase",
    "remove",
    "restore",
    "save",
    "summaries",
    "summary",
    "text",
]
