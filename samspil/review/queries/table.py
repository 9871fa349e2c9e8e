"""All cases, open and closed, as a table."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from samspil.people.models import Colleague
from samspil.review.models import TableChoice
from samspil.review.queries.narrowing import Narrowing, narrow
from samspil.review.queries.paging import after, case_named
from samspil.work.models import Case
from samspil.work.queries import seen_by

PAGE = 50


class Sort(StrEnum):
    """What the table can be ordered by: only what an index holds ready."""

    NEWEST = "newest"
    OLDEST = "oldest"
    DUE = "due"
    CLOSED = "closed"


ORDERS = {
    Sort.NEWEST: ("-opened_at", "pk"),
    Sort.OLDEST: ("opened_at", "-pk"),
    Sort.DUE: ("due_at", "pk"),
    Sort.CLOSED: ("-closed_at", "-pk"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWanted(Narrowing):
    """What the table shows; `after` names the case that the page before ended at."""

    sort: Sort = Sort.NEWEST
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """One page; `last` names the case where the next goes on, "" where nothing follows."""

    rows: list[Case]
    last: str


def all_cases(wanted: TableWanted, *, reader: Colleague) -> QuerySet[Case]:
    """All that the pages of the table show this reader together, in their order."""
    cases = narrow(seen_by(reader).select_related("process", "team", "claimed_by"), wanted)
    if wanted.sort is Sort.CLOSED:
        cases = cases.filter(closed_at__isnull=False)
    return cases.order_by(*ORDERS[wanted.sort])


def table_page(wanted: TableWanted, *, reader: Colleague) -> TablePage:
    """The page that was asked for."""
    last = case_named(wanted.after, reader=reader) if wanted.after else None
    rows = list(after(all_cases(wanted, reader=reader), ORDERS[wanted.sort], last)[: PAGE + 1])
    further = len(rows) > PAGE
    rows = rows[:PAGE]
    return TablePage(rows=rows, last=str(rows[-1].public_id) if further else "")


def columns_chosen(by: Colleague) -> list[str]:
    """The names of the columns that a colleague chose; empty where they never did."""
    chosen = TableChoice.objects.filter(owner=by).values_list("columns", flat=True).first()
    return list(chosen or ())
