"""Everything that can be read of documents, and the answers they give."""

from samspil.knowledge.access import Reader, Stranger, visible_to
from samspil.knowledge.queries.alone import Alone, alone_of
from samspil.knowledge.queries.classes import (
    class_found,
    class_of_document,
    found_in,
    is_lowered,
)
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
    seen_among,
)
from samspil.knowledge.queries.experts import Expert, may_be_named
from samspil.knowledge.queries.files import store
from samspil.knowledge.queries.knowing import Answered, Meaning, Quote, answer_to
from samspil.knowledge.queries.mails import HeldMail, held_mails, mail_addresses, mails_of
from samspil.knowledge.queries.opening import folders_allowed
from samspil.knowledge.queries.parts import index_for
from samspil.knowledge.queries.phrasing import (
    class_asked,
    may_be_phrased,
    passages_with,
    ticket_of,
)
from samspil.knowledge.queries.replying import known_for, lapsed_standard, ready_replies
from samspil.knowledge.queries.reviewing import Reviews, reviews_for
from samspil.knowledge.queries.sending import (
    SentOn,
    desk,
    meant_for,
    places_of,
    question_of_case,
    sent_by,
    takers,
)
from samspil.knowledge.queries.sources import (
    SourceRow,
    SourceStory,
    every_source,
    removed_source_at,
    run_at,
    source_at,
    source_rows,
    story_of,
    troubled_sources,
)
from samspil.knowledge.queries.standards import (
    FindStandards,
    Standing,
    ending_soon,
    every_standard,
    standard_at,
    standard_counts,
    standard_page,
    standing_for,
    versions_of,
)
from samspil.knowledge.queries.wording import fault_of, trouble_of, warnings_of

__all__ = [
    "Alone",
    "Answered",
    "DocumentRow",
    "Expert",
    "Find",
    "FindStandards",
    "HeldMail",
    "Meaning",
    "Quote",
    "Reader",
    "Reviews",
    "SentOn",
    "SourceRow",
    "SourceStory",
    "Standing",
    "Stranger",
    "alone_of",
    "answer_to",
    "class_asked",
    "class_found",
    "class_of_document",
    "counts",
    "desk",
    "document_at",
    "document_page",
    "document_text",
    "ending_soon",
    "every_source",
    "every_standard",
    "fault_of",
    "folders_allowed",
    "found_in",
    "held_mails",
    "index_for",
    "is_lowered",
    "known_for",
    "lapsed_standard",
    "mail_addresses",
    "mails_of",
    "may_be_named",
    "may_be_phrased",
    "meant_for",
    "passages_with",
    "places_of",
    "position_of",
    "question_of_case",
    "ready_replies",
    "removed_at",
    "removed_source_at",
    "reviews_for",
    "row_of",
    "run_at",
    "seen_among",
    "sent_by",
    "source_at",
    "source_rows",
    "standard_at",
    "standard_counts",
    "standard_page",
    "standing_for",
    "store",
    "story_of",
    "takers",
    "ticket_of",
    "trouble_of",
    "troubled_sources",
    "versions_of",
    "visible_to",
    "warnings_of",
]
