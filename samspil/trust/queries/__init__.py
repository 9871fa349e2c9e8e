"""The journal as people read it, and what AI decides in figures that name nobody."""

from samspil.trust.queries.erased import back_again
from samspil.trust.queries.erasing import (
    Look,
    erasure_at,
    erasures,
    look_at,
    named_held,
    named_left,
)
from samspil.trust.queries.finding import Asked
from samspil.trust.queries.overseeing import LATELY, Overseen, overseen, overseen_rows
from samspil.trust.queries.packing import named_counts, packs, request_at, requests
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
    "LATELY",
    "PAGE",
    "Asked",
    "JournalPage",
    "Line",
    "Look",
    "Overseen",
    "actors",
    "back_again",
    "erasure_at",
    "erasures",
    "journal_page",
    "look_at",
    "named_counts",
    "named_held",
    "named_left",
    "overseen",
    "overseen_rows",
    "packs",
    "request_at",
    "requests",
    "seen_of",
]
