"""Take cases away, as a file or on paper; the journal says who took what."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import IO
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samspil.adapters.tables import MOST_SHEET_ROWS, csv_line, write_sheet
from samspil.core.ids import new_id
from samspil.core.roles import Action
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.review.queries.columns import Cell, Column, Known, known_of, local, topic_names
from samspil.review.queries.paging import in_steps
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import current
from samspil.work.models import Case

BYTE_ORDER_MARK = "\ufeff"


class TooLongForExcel(ValueError):
    """More cases than a sheet of Excel holds; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What is taken away: which cases, in which order, which columns, for which reader.

    A file is sent after the view that was asked for it has ended, so each step enters the
    organisation, the reader's language and the organisation's zone by itself.
    """

    cases: QuerySet[Case]
    order: Sequence[str]
    columns: Sequence[Column]
    organisation: Organisation
    language: str

    def csv(self) -> Iterator[str]:
        """The lines of a CSV file, a thousand cases at a time."""
        yield BYTE_ORDER_MARK
        for rows in self._in_steps():
            with self._inside():
                yield "".join(csv_line([local(cell) for cell in row]) for row in rows)

    def write_sheet(self, out: IO[bytes]) -> None:
        """Write a sheet; its times are the organisation's."""
        rows = (row for some in self._in_steps() for row in some)
        write_sheet(([self._bare(cell) for cell in row] for row in rows), out)

    def _in_steps(self) -> Iterator[list[list[Cell]]]:
        with self._inside():
            topics = topic_names()
            head: list[list[Cell]] = [[str(column.label) for column in self.columns]]
        yield head
        steps = in_steps(self.cases, self.order)
        while True:
            with self._inside():
                some = next(steps, None)
                if some is None:
                    return
                rows = self._rows(some, known_of(some, self.columns, topics=topics))
            yield rows

    def _rows(self, cases: Sequence[Case], known: Known) -> list[list[Cell]]:
        return [[column.cell(case, known) for column in self.columns] for case in cases]

    def _bare(self, cell: Cell) -> Cell:
        if not isinstance(cell, datetime):
            return cell
        return cell.astimezone(ZoneInfo(self.organisation.time_zone)).replace(
            tzinfo=None, microsecond=0
        )

    @contextmanager
    def _inside(self) -> Iterator[None]:
        zone = ZoneInfo(self.organisation.time_zone)
        with (
            enter(self.organisation),
            translation.override(self.language),
            timezone.override(zone),
        ):
            yield


@transaction.atomic
def take_away(
    cases: QuerySet[Case],
    *,
    order: Sequence[str],
    columns: Sequence[Column],
    form: str,
    narrowed_to: dict[str, str],
    by: Colleague,
    at: datetime,
) -> Export:
    """Let these cases be taken away as `csv` or `xlsx`; raises `TooLongForExcel`."""
    check_may(by, Action.SEE_CASES)
    count = cases.order_by().count()
    if form == "xlsx" and count >= MOST_SHEET_ROWS:
        raise TooLongForExcel(
            _("An Excel sheet has no room for so many cases: narrow the list, or take a CSV file.")
        )
    facts: dict[str, object] = {
        "form": form,
        "cases": count,
        "columns": [column.name for column in columns],
        "narrowed_to": dict(narrowed_to),
    }
    note("cases_exported", "export", new_id(), by=by, at=at, **facts)
    return Export(
        cases=cases,
        order=order,
        columns=columns,
        organisation=current(),
        language=translation.get_language() or "en",
    )


@transaction.atomic
def note_list_printed(
    *, cases: int, narrowed_to: dict[str, str], by: Colleague, at: datetime
) -> None:
    """Put down that somebody printed a page of a list with so many cases on it."""
    check_may(by, Action.SEE_CASES)
    facts: dict[str, object] = {
        "form": "paper",
        "cases": cases,
        "narrowed_to": dict(narrowed_to),
    }
    note("cases_exported", "export", new_id(), by=by, at=at, **facts)


@transaction.atomic
def note_case_taken(case: Case, *, form: str, by: Colleague, at: datetime) -> None:
    """Put down that somebody took one case away, as `html`, `json`, on `paper`, or its
    `explanation`."""
    check_may(by, Action.SEE_CASES)
    note("exported", "case", case.public_id, by=by, at=at, form=form, round=case.round)
