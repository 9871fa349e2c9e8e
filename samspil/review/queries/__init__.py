"""What the pages of judgement read."""

from samspil.review.queries.casework import (
    case_sheet,
    case_to_show,
    evidence_in,
    lone_answer,
    topic_choices,
    why_not,
)
from samspil.review.queries.listing import Listed, Wanted, Whose, listed, matching
from samspil.review.queries.marking import tag_names
from samspil.review.queries.naming import Known, Named, by_name, known_names
from samspil.review.queries.ranking import BadPlace, is_place
from samspil.review.queries.searching import PAGE, Hit, Hits, Narrowing, search
from samspil.review.queries.sheet import CaseSheet

__all__ = [
    "PAGE",
    "BadPlace",
    "CaseSheet",
    "Hit",
    "Hits",
    "Known",
    "Listed",
    "Named",
    "Narrowing",
    "Wanted",
    "Whose",
    "by_name",
    "case_sheet",
    "case_to_show",
    "evidence_in",
    "is_place",
    "known_names",
    "listed",
    "lone_answer",
    "matching",
    "search",
    "tag_names",
    "topic_choices",
    "why_not",
]
