"""Rows of Excel sheets."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from samspil.adapters.tables import DAMAGED, UnreadableTable, check_sheet, words_of_cell
from samspil.inbox.files.fields import RowError, canonical
from samspil.inbox.files.rows import Make, Row, Rows, row_of


class BrokenSheet(ValueError):
    """The file cannot be read as a sheet; the sentence says what to do."""


def sheet_rows(stream: BinaryIO, *, make: Make[Row]) -> Rows[Row]:
    """The rows of the first sheet below its header; raises `BrokenSheet` at once."""
    from openpyxl import load_workbook  # takes long to load, and few files are workbooks

    try:
        check_sheet(stream)
    except UnreadableTable as why:
        raise BrokenSheet(str(why)) from why
    try:
        rows = (
            load_workbook(stream, read_only=True, data_only=True)
            .worksheets[0]
            .iter_rows(values_only=True)
        )
        first = next(rows, ())
    except DAMAGED:
        raise BrokenSheet(
            _("The Excel file is damaged: open it in Excel and save it again.")
        ) from None
    names = [words_of_cell(cell).strip() for cell in first]
    if "text" not in canonical(names):
        raise BrokenSheet(
            _("No column holds the text: name one “text” in the first row of the first sheet.")
        )
    return _rows(rows, names, make=make)


def _rows(rows: Iterator[tuple[Any, ...]], names: list[str], *, make: Make[Row]) -> Rows[Row]:
    columns = {field: names.index(name) for field, name in canonical(names).items()}
    row = 1
    while True:
        row += 1
        try:
            cells = [words_of_cell(cell) for cell in next(rows)]
        except StopIteration:
            return
        except DAMAGED:
            sentence = _("The sheet is damaged from this row on: save it again in Excel.")
            yield RowError(row=row, sentence=sentence)
            return
        if any(cells):
            yield row_of(cells, names, columns, row=row, make=make)
