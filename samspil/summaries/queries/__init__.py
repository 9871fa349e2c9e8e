"""Everything that can be read of summaries."""

from samspil.summaries.queries.drafting import NothingToSay
from samspil.summaries.queries.exports import (
    as_markdown,
    as_rows,
    as_word,
    fact_rows,
    sort_name,
)
from samspil.summaries.queries.listing import (
    offered_documents,
    position_of,
    removed_at,
    summary_at,
    summary_page,
)
from samspil.summaries.queries.phrasing import (
    hindrance,
    may_be_phrased,
    phrasing_of,
    said_of,
)
from samspil.summaries.queries.summaries import (
    FACTS,
    Section,
    Sheet,
    Shown,
    facts_among,
    facts_of,
    gone_on,
    phrased_sheet_of,
    pieces_of,
    point_at,
    sheet_of,
    sheet_with,
)
from samspil.summaries.queries.wording import mark_of, nothing_because, trouble_of, warnings_of

__all__ = [
    "FACTS",
    "NothingToSay",
    "Section",
    "Sheet",
    "Shown",
    "as_markdown",
    "as_rows",
    "as_word",
    "fact_rows",
    "facts_among",
    "facts_of",
    "gone_on",
    "hindrance",
    "mark_of",
    "may_be_phrased",
    "nothing_because",
    "offered_documents",
    "phrased_sheet_of",
    "phrasing_of",
    "pieces_of",
    "point_at",
    "position_of",
    "removed_at",
    "said_of",
    "sheet_of",
    "sheet_with",
    "sort_name",
    "summary_at",
    "summary_page",
    "trouble_of",
    "warnings_of",
]
