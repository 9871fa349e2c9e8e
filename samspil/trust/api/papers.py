"""Papers by program."""

from typing import Literal
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from samspil.core.filings.content import Paper
from samspil.people.queries import WorkRequest
from samspil.trust import actions
from samspil.trust.access import check_may_read_paper, readable
from samspil.trust.models import Format
from samspil.trust.queries import papers as queries
from samspil.uses.queries import check_may_read
from samspil.web.saving import saved_as

router = Router(tags=["papers"])


class MissingOut(Schema):
    """Something missing: the question nobody answered and the id it is about; `ask` is null where
    it is done on the page of the use, or with the guidelines for staff."""

    about: UUID
    ask: str | None
    words: str


class PaperOut(Schema):
    """A paper, the id of what it is about, where the law asks for it, and what is missing in it."""

    paper: str
    about: UUID
    named: str
    title: str
    article: str
    missing: list[MissingOut]


class Wanted(Schema):
    """In which language and format."""

    language: Literal["da", "de", "en"] = "en"
    format: Literal["pdf", "docx"] = Field("pdf")


@router.get("/papers", response=list[PaperOut], summary="Papers and what is missing in them")
def read_papers(request: WorkRequest) -> list[PaperOut]:
    """Every paper that you may read."""
    colleague = check_may_read(request.colleague)
    return [_out(row) for row in queries.rows(readable(colleague), now=timezone.now())]


@router.get("/papers/{paper}/{uuid:about}", summary="Take a paper out as a file")
def take_paper(request: WorkRequest, paper: str, about: UUID, query: Query[Wanted]) -> HttpResponse:
    """The file; that it was taken stands in the journal."""
    kind = _kind(paper)
    colleague, now = check_may_read_paper(request.colleague, kind), timezone.now()
    try:
        filing = queries.filing_at(kind, about, now=now)
    except queries.NoSuchPaper as why:
        raise Http404(paper) from why
    form = Format(query.format)
    content = actions.take_paper(
        filing, about, language=query.language, form=form, by=colleague, at=now
    )
    answer = HttpResponse(content, content_type=queries.KINDS[form])
    saved_as(answer, queries.name_of(kind, language=query.language, form=form, at=now))
    return answer


def _kind(paper: str) -> Paper:
    if paper not in list(Paper):
        raise Http404(paper)
    return Paper(paper)


def _out(row: queries.Row) -> PaperOut:
    filing = row.filing
    return PaperOut(
        paper=filing.paper,
        about=UUID(row.about),
        named=queries.text_of(filing.named),
        title=queries.title_of(filing.paper),
        article=queries.what_for(filing.paper),
        missing=[
            MissingOut(about=UUID(one.about), ask=one.ask, words=one.words)
            for one in queries.missing_rows(filing)
        ],
    )
