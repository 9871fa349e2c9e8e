"""Write a table that no spreadsheet takes for a program."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import IO

FORMULA = ("=", "+", "-", "@", "\t", "\r")
NEGATIVE = re.compile(r"-[0-9]+(\.[0-9]+)?")
MOST_SHEET_ROWS = 1_048_576
"""How many rows a sheet of Excel holds, its head included."""
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What no sheet may hold."""
LONGEST_CELL = 32_767
"""How many characters Excel keeps of a cell."""


class TooLongForSheet(ValueError):
    """More rows than a sheet of Excel holds."""


def harmless(cell: str) -> str:
    """A spreadsheet would calculate what begins like a formula; a negative number is none."""
    if not cell.startswith(FORMULA) or NEGATIVE.fullmatch(cell):
        return cell
    return f"'{cell}"


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The rows as CSV, one after the other, with the mark that lets Excel read UTF-8."""
    yield "\ufeff"
    for row in rows:
        yield csv_line(row)


def csv_line(row: Sequence[str]) -> str:
    """One row as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerow([harmless(cell) for cell in row])
    return out.getvalue()


def sheet(rows: Iterable[Sequence[str | datetime | None]]) -> bytes:
    """The rows as an Excel sheet."""
    out = io.BytesIO()
    write_sheet(rows, out)
    return out.getvalue()


def write_sheet(rows: Iterable[Sequence[str | datetime | None]], out: IO[bytes]) -> None:
    """Write the rows as an Excel sheet, row by row; times, without a zone, stay times.

    Raises `TooLongForSheet`.
    """
    from openpyxl import Workbook  # takes long to load, and few who start Samspil write one

    book = Workbook(write_only=True)
    page = book.create_sheet()
    for number, row in enumerate(rows, start=1):
        if number > MOST_SHEET_ROWS:
            raise TooLongForSheet
        page.append([_cell(cell) for cell in row])
    book.save(out)


def _cell(cell: str | datetime | None) -> str | datetime | None:
    if not isinstance(cell, str):
        return cell
    return harmless(UNWRITABLE.sub(" ", cell))[:LONGEST_CELL]
