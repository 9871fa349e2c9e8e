"""Which papers there are, about what, and how much is missing in each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from samspil.core.filings.content import OF_ALL, Filing, Paper
from samspil.core.filings.facts import Company
from samspil.core.filings.record import record
from samspil.people.queries import day_of
from samspil.trust.queries.papers.company import company

OF_COMPANY: Mapping[Paper, Callable[[Company], Filing]] = MappingProxyType({Paper.RECORD: record})


class NoSuchPaper(LookupError):
    """There is no such paper about this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paper with what it is about, by id."""

    about: str
    filing: Filing


def rows(papers: Iterable[Paper], *, now: datetime) -> list[Row]:
    """These papers about everything there is, in a fixed number of statements."""
    return list(_rows(list(papers), now=now))


def _rows(papers: list[Paper], *, now: datetime) -> Iterator[Row]:
    here = company(on=day_of(now))
    for paper, build in OF_COMPANY.items():
        if paper in papers:
            yield Row(about=here.about, filing=build(here))


def filing_at(paper: Paper, about: UUID | str, *, now: datetime) -> Filing:
    """One paper; raises `NoSuchPaper`."""
    here = company(on=day_of(now))
    if paper in OF_ALL and str(about) == here.about and paper in OF_COMPANY:
        return OF_COMPANY[paper](here)
    raise NoSuchPaper(paper, about)
