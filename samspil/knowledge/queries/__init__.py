"""Everything that can be read of documents, and the answers they give."""

from samspil.knowledge.access import Reader, Stranger
from samspil.knowledge.queries.documents import (
    DocumentRow,
    Find,
    counts,
    document_at,
    document_page,
    document_text,
    position_of,
    removed_at,
    row_of,
)
from samspil.knowledge.queries.files import store
from samspil.knowledge.queries.knowing import Answered, Quote, answer_to
from samspil.knowledge.queries.parts import index_for
from samspil.knowledge.queries.wording import trouble_of, warnings_of

__all__ = [
    "Answered",
    "DocumentRow",
    "Find",
    "Quote",
    "Reader",
    "Stranger",
    "answer_to",
    "counts",
    "document_at",
    "document_page",
    "document_text",
    "index_for",
    "position_of",
    "removed_at",
    "row_of",
    "store",
    "trouble_of",
    "warnings_of",
]
