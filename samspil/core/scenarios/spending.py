"""A table of what was spent becomes amounts by line and month; wrong rows are named."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from samspil.core.money import BadNumber, number_in
from samspil.core.payback import YEAR

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "line": ("line", "linje", "post", "posten", "position", "name", "navn"),
    "month": ("month", "måned", "monat"),
    "amount": ("amount", "beløb", "betrag", "spent", "brugt", "ausgegeben"),
}
"""What a column may be called, our own name first."""
DATED = re.compile(r"(\d{4})-(\d{1,2})(?:-\d{1,2})?(?:T.*)?")
MOST_ROWS = 5_000


class Problem(StrEnum):
    """Why a table, or a row of it, cannot be taken."""

    NO_COLUMNS = "no_columns"
    TOO_MANY = "too_many"
    NOTHING = "nothing"
    NO_LINE = "no_line"
    NO_MONTH = "no_month"
    OUTSIDE = "outside"
    NO_NUMBER = "no_number"


WORDS = {
    Problem.NO_COLUMNS: "The first row must name the columns line, month and amount.",
    Problem.TOO_MANY: "There are more than {most} rows: put the amounts of a month together.",
    Problem.NOTHING: "No row holds an amount.",
    Problem.NO_LINE: "Row {row}: the budget has no line called “{cell}”.",
    Problem.NO_MONTH: "Row {row}: “{cell}” is no month. Write it as 2026-03, or as 1 to 12.",
    Problem.OUTSIDE: "Row {row}: “{cell}” lies outside the year of this budget.",
    Problem.NO_NUMBER: "Row {row}: {why}",
}
"""English sentences; translations use them as their keys."""


class BadTable(ValueError):
    """The table, or a row of it, cannot be taken; `words` is filled by `figures`. What is wrong
    with its number stands in `fault`."""

    def __init__(
        self, problem: Problem, *, fault: BadNumber | None = None, **figures: str | int
    ) -> None:
        super().__init__(problem)
        self.problem, self.words = problem, WORDS[problem]
        self.figures, self.fault = figures, fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The year of a budget: its first month, the names of its lines by key, how numbers are
    written, and its currency."""

    year: int
    month: int
    lines: Mapping[str, int]
    comma: str
    currency: str

    def at(self, cell: str) -> int | None:
        """Which month of the year it is, 1 to 12; None where it is no month. Raises `BadTable`
        for one outside the year."""
        if cell.isdigit() and len(cell) < len("2026"):
            return int(cell) if 1 <= int(cell) <= YEAR else None
        found = DATED.fullmatch(cell)
        if found is None or not 1 <= int(found[2]) <= YEAR:
            return None
        return (int(found[1]) - self.year) * YEAR + int(found[2]) - self.month + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Amounts by line and month, several rows of the same added up, and each wrong row."""

    amounts: Mapping[tuple[int, int], Decimal]
    wrong: Sequence[BadTable]


def brought(table: Iterable[Sequence[str]], year: Year) -> Brought:
    """Read a table, header first. Raises `BadTable` where it cannot be read at all."""
    rows = iter(table)
    header = [cell.strip().casefold() for cell in next(rows, ())]
    places = [
        next((at for at, cell in enumerate(header) if cell in names), -1)
        for names in COLUMNS.values()
    ]
    if -1 in places:
        raise BadTable(Problem.NO_COLUMNS)
    amounts: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    wrong: list[BadTable] = []
    for row, cells in enumerate(rows, start=2):
        if row > MOST_ROWS + 1:
            raise BadTable(Problem.TOO_MANY, most=MOST_ROWS)
        said = [cells[at].strip() if at < len(cells) else "" for at in places]
        if not any(said):
            continue
        try:
            key, amount = _amount(said, year, row=row)
        except BadTable as why:
            wrong.append(why)
        else:
            amounts[key] += amount
    if not amounts and not wrong:
        raise BadTable(Problem.NOTHING)
    return Brought(amounts=amounts, wrong=wrong)


def _amount(said: Sequence[str], year: Year, *, row: int) -> tuple[tuple[int, int], Decimal]:
    name, month, number = said
    line = year.lines.get(" ".join(name.split()).casefold())
    if line is None:
        raise BadTable(Problem.NO_LINE, row=row, cell=name[:60])
    at = year.at(month)
    if at is None:
        raise BadTable(Problem.NO_MONTH, row=row, cell=month[:40])
    if not 1 <= at <= YEAR:
        raise BadTable(Problem.OUTSIDE, row=row, cell=month[:40])
    try:
        return (line, at), number_in(number, comma=year.comma, currency=year.currency)
    except BadNumber as why:
        raise BadTable(Problem.NO_NUMBER, row=row, fault=why) from None
