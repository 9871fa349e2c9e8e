"""The journal as people read it, and what AI decides in figures that name nobody."""

from samspil.trust.queries.erased import back_again, was_erased
from samspil.trust.queries.erasing import Look, look_at
from samspil.trust.queries.erasures import (
    came_words,
    due_requests,
    erasure_at,
    erasures,
    ground_words,
    is_late,
    known_words,
    named_held,
    named_left,
    open_erasure_of,
    register_rows,
    staying,
)
from samspil.trust.queries.finding import Asked
from samspil.trust.queries.letters import letter_of
from samspil.trust.queries.overseeing import (
    Overseen,
    incidents_elsewhere,
    overseen,
    overseen_rows,
)
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
    "PAGE",
    "Asked",
    "JournalPage",
    "Line",
    "Look",
    "Overseen",
    "actors",
    "back_again",
    "came_words",
    "due_requests",
    "erasure_at",
    "erasures",
    "ground_words",
    "incidents_elsewhere",
    "is_late",
    "journal_page",
    "known_words",
    "letter_of",
    "look_at",
    "named_counts",
    "named_held",
    "named_left",
    "open_erasure_of",
    "overseen",
    "overseen_rows",
    "packs",
    "register_rows",
    "request_at",
    "requests",
    "seen_of",
    "staying",
    "was_erased",
]
