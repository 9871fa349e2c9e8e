"""Everything that can be done to documents and questions."""

from samspil.knowledge.actions.adding import (
    ENDINGS,
    LONGEST_NAME,
    READ,
    Given,
    RefusedDocument,
    Taken,
    add_documents,
)
from samspil.knowledge.actions.asking import keep_question, say_helpful, sweep_questions
from samspil.knowledge.actions.changing import BadTerms, Terms, change_document
from samspil.knowledge.actions.reading import read_documents
from samspil.knowledge.actions.removing import (
    SWEEP,
    remove_documents,
    restore_documents,
    sweep_documents,
)

__all__ = [
    "ENDINGS",
    "LONGEST_NAME",
    "READ",
    "SWEEP",
    "BadTerms",
    "Given",
    "RefusedDocument",
    "Taken",
    "Terms",
    "add_documents",
    "change_document",
    "keep_question",
    "read_documents",
    "remove_documents",
    "restore_documents",
    "say_helpful",
    "sweep_documents",
    "sweep_questions",
]
