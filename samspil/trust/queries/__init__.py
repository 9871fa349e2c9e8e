"""The journal as people read it."""

from samspil.trust.queries.finding import Asked
from samspil.trust.queries.reading import (
    EXPORT_STEP,
    PAGE,
    JournalPage,
    Line,
    actors,
    journal_page,
    seen_of,
)

__all__ = [
    "EXPORT_STEP",
    "PAGE",
    "Asked",
    "JournalPage",
    "Line",
    "actors",
    "journal_page",
    "seen_of",
]
