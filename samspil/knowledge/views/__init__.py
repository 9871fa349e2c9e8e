"""Ask, and see to the documents that answers are taken from."""

from samspil.knowledge.views.asking import ask, helpful
from samspil.knowledge.views.bringing import add
from samspil.knowledge.views.documents import change, document, documents, file, remove, restore
from samspil.knowledge.views.phrasing import phrased
from samspil.knowledge.views.sending import beside, choose, named, send, sent
from samspil.knowledge.views.sources import (
    add_source,
    bring_back,
    change_source,
    fetch_source,
    pause_source,
    remove_missing,
    remove_source,
    restore_source,
    resume_source,
    source,
    sources,
)
from samspil.knowledge.views.yours import ask_later, confirm, yours

__all__ = [
    "add",
    "add_source",
    "ask",
    "ask_later",
    "beside",
    "bring_back",
    "change",
    "change_source",
    "choose",
    "confirm",
    "document",
    "documents",
    "fetch_source",
    "file",
    "helpful",
    "named",
    "pause_source",
    "phrased",
    "remove",
    "remove_missing",
    "remove_source",
    "restore",
    "restore_source",
    "resume_source",
    "send",
    "sent",
    "source",
    "sources",
    "yours",
]
