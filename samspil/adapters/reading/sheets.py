"""Excel workbooks: each sheet under its name, each row as what its columns are called."""

import io
from collections.abc import Collection
from typing import Any

from samspil.adapters.reading.limits import MOST_COLUMNS, MOST_ROWS
from samspil.adapters.reading.outline import Outline
from samspil.adapters.reading.packed import Pack
from samspil.adapters.reading.remarks import Left, Trouble, UnreadableDocument
from samspil.adapters.tables import DAMAGED, words_of_cell

CELL = " | "
Words = dict[int, str]
"""Of cells, by their columns from 0."""


def read_sheets(raw: bytes, outline: Outline) -> None:
    """Every sheet that is shown; of formulas the values they had when the file was saved."""
    from openpyxl import load_workbook  # takes long to load, and few files are workbooks

    if Pack(raw).has_macros:
        outline.note(Left.MACROS)
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        left = MOST_ROWS
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                outline.note(Left.HIDDEN_PARTS)
                continue
            outline.heading(1, sheet.title)
            left -= _write(sheet, outline, most=left)
    except DAMAGED:
        raise UnreadableDocument(Trouble.BROKEN) from None


def _write(sheet: Any, outline: Outline, *, most: int) -> int:
    """Put the rows into the outline; how many there were."""
    names: Words = {}
    rows = 0
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong
    for cells in sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True):
        if cells.count(None) == len(cells):
            continue
        filled = {place: cell for place, cell in enumerate(cells) if cell is not None}
        rows += 1
        if rows > most:
            raise UnreadableDocument(Trouble.TOO_MANY_ROWS, most=MOST_ROWS)
        if filled.pop(MOST_COLUMNS, None) is not None:
            outline.note(Left.COLUMNS, most=MOST_COLUMNS)
        words = {place: words_of_cell(cell).strip() for place, cell in filled.items()}
        outline.line(_row(names, words))
        if not names and _is_header(filled.values()):
            names = words
    return rows


def _is_header(cells: Collection[object]) -> bool:
    """The first row with several cells names the columns, if all of it is words."""
    return len(cells) > 1 and all(isinstance(cell, str) for cell in cells)


def _row(names: Words, words: Words) -> str:
    if not names:
        return CELL.join(word for word in words.values() if word)
    named = ((names.get(place, ""), word) for place, word in words.items() if word)
    return "; ".join(f"{name}: {word}" if name else word for name, word in named)
