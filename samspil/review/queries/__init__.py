"""What the pages of judgement read."""

from samspil.review.queries.casework import CaseSheet, case_sheet, evidence_in, why_not
from samspil.review.queries.listing import Listed, Wanted, Whose, listed
from samspil.review.queries.searching import MOST_FOUND, search

__all__ = [
    "MOST_FOUND",
    "CaseSheet",
    "Listed",
    "Wanted",
    "Whose",
    "case_sheet",
    "evidence_in",
    "listed",
    "search",
    "why_not",
]
