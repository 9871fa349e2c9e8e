"""Which papers there are, about what, and how much is missing in each."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from samspil.core.filings.content import Filing, Paper
from samspil.core.filings.facts import Company, Use
from samspil.core.filings.papers import OF_COMPANY, OF_USE
from samspil.people.queries import day_of
from samspil.trust.queries.papers.company import company
from samspil.trust.queries.papers.learning import rules, taught
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
    found = _used(papers, here, now=now)
    if Paper.LITERACY in papers:
        here = replace(here, uses=found, taught=taught(), rules=rules())
    for paper, build in OF_COMPANY.items():
        if paper in papers:
            yield Row(about=here.about, filing=build(here))
    for paper, one in OF_USE.items():
        if paper in papers:
            yield from (
                Row(about=use.about, filing=one.made(here, use)) for use in found if one.of(use)
            )


def _used(papers: Collection[Paper], here: Company, *, now: datetime) -> tuple[Use, ...]:
    """Every use with the data that is held there; none where no paper tells of them."""
    if not {Paper.LITERACY, *OF_USE} & set(papers):
        return ()
    held = {one.about: one for one in here.holdings}
    return tuple(replace(one, holding=held.get(one.about)) for one in used(now=now))
