"""Ask, and see to the documents that answers are taken from."""

from samspil.knowledge.views.asking import ask, helpful
from samspil.knowledge.views.bringing import add
from samspil.knowledge.views.consenting import agree_to_alone, end_alone
from samspil.knowledge.views.documents import (
    change,
    classify,
    document,
    documents,
    file,
    remove,
    restore,
)
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
from samspil.knowledge.views.standard_lists import bring_standards, export_standards
from samspil.knowledge.views.standards import (
    add_standard,
    bring_version_back,
    change_standard,
    remove_standard,
    restore_standard,
    standard,
    standards,
)
from samspil.knowledge.views.yours import ask_later, confirm, yours

__all__ = [
    "add",
    "add_source",
    "add_standard",
    "agree_to_alone",
    "ask",
    "ask_later",
    "beside",
    "bring_back",
    "bring_standards",
    "bring_version_back",
    "change",
    "change_source",
    "change_standard",
    "choose",
    "classify",
    "confirm",
    "document",
    "documents",
    "end_alone",
    "export_standards",
    "fetch_source",
    "file",
    "helpful",
    "named",
    "pause_source",
    "phrased",
    "remove",
    "remove_missing",
    "remove_source",
    "remove_standard",
    "restore",
    "restore_source",
    "restore_standard",
    "resume_source",
    "send",
    "sent",
    "source",
    "sources",
    "standard",
    "standards",
    "yours",
]
