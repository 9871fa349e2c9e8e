"""Papers: gathered from what is known now, told in a language, and written as files."""

from samspil.trust.queries.papers.company import company, holding_ids
from samspil.trust.queries.papers.keeping import kept_at, kept_of, said_of, shelf
from samspil.trust.queries.papers.listing import NoSuchPaper, Row, filing_at, rows
from samspil.trust.queries.papers.subjects import NoSuchThing, Subject, asked_of, subject_at
from samspil.trust.queries.papers.telling import (
    MissingRow,
    blocks_of,
    missing_rows,
    text_of,
    title_of,
    what_for,
)
from samspil.trust.queries.papers.writing import KINDS, name_of, written

__all__ = [
    "KINDS",
    "MissingRow",
    "NoSuchPaper",
    "NoSuchThing",
    "Row",
    "Subject",
    "asked_of",
    "blocks_of",
    "company",
    "filing_at",
    "holding_ids",
    "kept_at",
    "kept_of",
    "missing_rows",
    "name_of",
    "rows",
    "said_of",
    "shelf",
    "subject_at",
    "text_of",
    "title_of",
    "what_for",
    "written",
]
