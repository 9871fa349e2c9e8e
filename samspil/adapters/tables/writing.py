"""Write a table that no spreadsheet takes for a program."""

import csv
import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """A spreadsheet would calculate what begins like a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterable[str]:
    """The rows as CSV, one after the other, with the mark that lets Excel read UTF-8."""
    yield "\ufeff"
    for row in rows:
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerow([harmless(cell) for cell in row])
        yield out.getvalue()


def sheet(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as an Excel sheet."""
    book = Workbook(write_only=True)
    page = book.create_sheet()
    for row in rows:
        page.append([harmless(ILLEGAL_CHARACTERS_RE.sub(" ", cell)) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
