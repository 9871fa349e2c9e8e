"""Take what was spent from a table: every row, or none."""

from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from typing import BinaryIO

from django.db import transaction
from django.utils.formats import get_format
from django.utils.translation import gettext as _

from samspil.adapters.tables import UnreadableTable, read_table
from samspil.core.scenarios.spending import BadTable, Year, brought
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.actions.spending import keep_amounts
from samspil.scenarios.models import Budget

SHEET = b"PK"
MOST_FAULTS = 20


class UnfitSpending(ValueError):
    """Nothing was taken; `faults` are sentences fit to show, at most twenty."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults[:MOST_FAULTS]


@transaction.atomic
def bring_spending(budget: Budget, stream: BinaryIO, *, by: Colleague, at: datetime) -> int:
    """Keep every amount the table names in place of what stood there; returns how many there are.

    Numbers are read as the reader's language writes them, in Excel as the sheet holds them. Raises
    `UnfitSpending`.
    """
    check_may_compare(by)
    lines = {one.pk: one for one in budget.lines.all()}
    begun = stream.read(len(SHEET))
    stream.seek(0)
    year = Year(
        year=budget.first_month.year,
        month=budget.first_month.month,
        lines={one.name.casefold(): pk for pk, one in lines.items()},
        comma="." if begun == SHEET else get_format("DECIMAL_SEPARATOR"),
        currency=budget.currency,
    )
    try:
        found = brought(read_table(stream), year)
    except UnreadableTable as why:
        raise UnfitSpending([str(why)]) from None
    except BadTable as why:
        raise UnfitSpending([fault_words(why)]) from None
    if found.wrong:
        raise UnfitSpending([fault_words(one) for one in found.wrong])
    by_line: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for (line, month), amount in found.amounts.items():
        by_line[line][month] = amount
    for line, amounts in by_line.items():
        keep_amounts(lines[line], amounts, by=by, at=at)
    note("budget_spent", "budget", budget.public_id, by=by, at=at)
    return len(found.amounts)


def fault_words(one: BadTable) -> str:
    """What is wrong with a table or a row of it."""
    why = _(one.fault.words).format(**one.fault.figures) if one.fault else ""
    return _(one.words).format(why=why, **one.figures)
