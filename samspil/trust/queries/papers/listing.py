"""Which papers there are, about what, and how much is missing in each."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samspil.core.filings.content import Filing, Paper
from samspil.core.filings.papers import OF_COMPANY, OF_USE
from samspil.people.queries import day_of
from samspil.trust.queries.papers.company import company
from samspil.trust.queries.papers.using import used


class NoSuchPaper(LookupError):
    """There is no such paper about this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paper with what it is about, by id."""

    about: str
    filing: Filing


def rows(papers: Collection[Paper], *, now: datetime) -> list[Row]:
    """These papers about everything there is, in a fixed number of statements."""
    return list(_rows(papers, now=now))


def filing_at(paper: Paper, about: UUID | str, *, now: datetime) -> Filing:
    """One paper; raises `NoSuchPaper`."""
    for row in _rows([paper], now=now):
        if row.about == str(about):
            return row.filing
    raise NoSuchPaper(paper, about)


def _rows(papers: Collection[Paper], *, now: datetime) -> Iterator[Row]:
    here = company(on=day_of(now))
    for paper, build in OF_COMPANY.items():
        if paper in papers:
            yield Row(about=here.about, filing=build(here))
    wanted = {paper: one for paper, one in OF_USE.items() if paper in papers}
    if not wanted:
        return
    found = used(now=now)
    for one in wanted.values():
        for use in found:
            if one.of(use):
                yield Row(about=use.about, filing=one.made(here, use))
