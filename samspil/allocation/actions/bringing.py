"""Take what is said of many tasks from a table: every row, or none."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.tables import UnreadableTable, read_table
from samspil.allocation.access import check_may_allocate
from samspil.allocation.actions.judging import Said, judge
from samspil.allocation.queries import CRITERIA
from samspil.audit.models import Task
from samspil.audit.queries import listed_tasks
from samspil.core.allocation.criteria import Criterion, OffScale, check_scale
from samspil.core.allocation.law import About, Touch
from samspil.people.models import Colleague

ANSWERS = {"yes": True, "ja": True, "no": False, "nej": False, "nein": False, "": None}
MOST_FAULTS = 20


class UnfitCriteria(ValueError):
    """Nothing was taken; `faults` are sentences fit to show, at most twenty."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults[:MOST_FAULTS]


class _UnfitRow(ValueError):
    """What is wrong with a row, as a sentence."""


@transaction.atomic
def bring_criteria(stream: BinaryIO, *, by: Colleague, at: datetime) -> int:
    """Judge every task that the table names; returns how many. Raises `UnfitCriteria`."""
    check_may_allocate(by)
    try:
        rows = list(_rows(stream))
    except UnreadableTable as why:
        raise UnfitCriteria([str(why)]) from None
    tasks = {one.public_id: one for one in listed_tasks()}
    found: dict[UUID, Said] = {}
    faults = []
    for number, row in rows:
        try:
            key = _key(row, tasks)
            if key in found:
                raise _UnfitRow(_("The task stands there twice."))
            found[key] = _said(row)
        except _UnfitRow as why:
            faults.append(_("Row %(row)d: %(why)s") % {"row": number, "why": why})
    if faults or not found:
        raise UnfitCriteria(faults or [_("No row names a task.")])
    for key, said in found.items():
        judge(tasks[key], said, by=by, at=at)
    return len(found)


def _rows(stream: BinaryIO) -> Iterator[tuple[int, Mapping[str, str]]]:
    rows = read_table(stream)
    head = [cell.strip().lower() for cell in next(rows, [])]
    if "id" not in head:
        raise UnreadableTable(
            _("A column “id” is missing: begin with the file that is saved here.")
        )
    for number, cells in enumerate(rows, 2):
        if any(cell.strip() for cell in cells):
            yield number, dict(zip(head, (cell.strip() for cell in cells), strict=False))


def _key(row: Mapping[str, str], tasks: Mapping[UUID, Task]) -> UUID:
    try:
        key = UUID(row.get("id", ""))
    except ValueError:
        key = None
    if key is None or key not in tasks:
        raise _UnfitRow(_("No task on the list has this id."))
    return key


def _said(row: Mapping[str, str]) -> Said:
    criteria = {}
    for name in CRITERIA:
        cell = row.get(name, "").replace(",", ".")
        if not cell:
            continue
        try:
            criteria[Criterion(name)] = float(cell)
            check_scale({Criterion(name): float(cell)})
        except (OffScale, ValueError):
            raise _UnfitRow(
                _("%(column)s has to be from 1 to 5, or empty.") % {"column": name}
            ) from None
    about = row.get("about", "").lower()
    if about not in {one.value for one in About}:
        raise _UnfitRow(_("about is nobody, customers, employees or applicants, or empty."))
    touch = Touch(about=About(about), decides=_answer(row, "decides"), feels=_answer(row, "feels"))
    return Said(criteria=criteria, touch=touch)


def _answer(row: Mapping[str, str], name: str) -> bool | None:
    said = row.get(name, "").lower()
    if said not in ANSWERS:
        raise _UnfitRow(_("%(column)s is yes or no, or empty.") % {"column": name})
    return ANSWERS[said]
