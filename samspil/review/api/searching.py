"""Find cases by program."""

from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError

from samspil.core.roles import Action
from samspil.core.search_query import MOST_TYPED, query_of
from samspil.people.queries import WorkRequest, check_may
from samspil.review import queries
from samspil.review.api.answers import CaseLine, line_of
from samspil.work.queries import index_is_whole

MOST = 100

router = Router(tags=["cases"])


class Looking(Schema):
    """What to look for, as a person would type it."""

    q: str = Field("", max_length=MOST_TYPED)
    after: str | None = Field(None, max_length=200)
    size: int = Field(queries.PAGE, ge=1, le=MOST)


class HitOut(Schema):
    """A case, the passage that was found, and the words in it that were looked for."""

    case: CaseLine
    excerpt: str
    found: list[str]


class SearchOut(Schema):
    """One page. `total` cases were ranked; `more` is whether there are others, further back.

    `whole` is false while the index is being built.
    """

    cases: list[HitOut]
    total: int
    more: bool
    whole: bool
    next: str | None


@router.get("/cases/search", response=SearchOut, summary="Find cases by their words")
def search(request: WorkRequest, looking: Query[Looking]) -> SearchOut:
    """Cases that hold all that is asked for, the best first."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    try:
        hits = queries.search(
            query_of(looking.q),
            queries.Narrowing(),
            reader=colleague,
            known=queries.known_names(),
            after=looking.after or "",
            size=looking.size,
        )
    except queries.BadPlace as why:
        raise HttpError(422, str(why)) from why
    return SearchOut(
        cases=[
            HitOut(
                case=CaseLine(**line_of(hit.case)),
                excerpt="".join(part.text for part in hit.excerpt),
                found=[part.text for part in hit.excerpt if part.found],
            )
            for hit in hits.rows
        ],
        total=hits.total,
        more=hits.more,
        whole=index_is_whole(),
        next=hits.next or None,
    )
