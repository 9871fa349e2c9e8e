"""Read a small table row by row: a list of staff, not a mailbox."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _

from samspil.adapters.encodings import decoded, utf_16

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
"""In bytes: openpyxl keeps all words of a sheet in memory."""
MOST_ROWS = 20_000
DELIMITERS = ";,\t"
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    TypeError,
    AttributeError,
    RuntimeError,
    IndexError,
)
"""What openpyxl raises over files that are not what they say."""

Cells = list[str]


class UnreadableTable(Exception):
    """The file as a whole cannot be read; the sentence says why and what to do."""


def read_table(stream: BinaryIO) -> Iterator[Cells]:
    """The rows, header first, every cell as words; raises `UnreadableTable`, also under way.

    Text is UTF-8, UTF-16 with its mark, or else Windows-1252.
    """
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        most = MOST_BYTES // 1024**2
        raise UnreadableTable(
            _("The file is larger than %(most)d megabytes: divide it.") % {"most": most}
        )
    rows = _sheet(raw) if raw.startswith(b"PK") else _text(raw)
    return _counted(rows)


def _counted(rows: Iterator[Cells]) -> Iterator[Cells]:
    for number, cells in enumerate(rows):
        if number > MOST_ROWS:
            raise UnreadableTable(
                _("The file has more than %(most)d rows: divide it.") % {"most": MOST_ROWS}
            )
        yield cells


def _text(raw: bytes) -> Iterator[Cells]:
    wide = utf_16(raw)
    words = raw.decode(wide, "replace") if wide else decoded(raw).removeprefix("\ufeff")
    if not words.strip():
        raise UnreadableTable(_("The file is empty."))
    if "\0" in words:
        raise UnreadableTable(_("This is not a table: give a CSV or Excel file (.xlsx)."))
    header = words.lstrip().splitlines()[0]
    delimiter = max(DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as why:
        raise UnreadableTable(
            _("Row %(row)d cannot be read: check its quotation marks.") % {"row": reader.line_num}
        ) from why


def _sheet(raw: bytes) -> Iterator[Cells]:
    from openpyxl import load_workbook  # takes long to load, and few files are workbooks

    check_sheet(io.BytesIO(raw))
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False)
        for cells in book.worksheets[0].iter_rows(values_only=True):
            yield [words_of_cell(cell) for cell in cells]
    except DAMAGED:
        raise UnreadableTable(
            _("The Excel file is damaged: open it in Excel and save it again.")
        ) from None


def check_sheet(stream: BinaryIO) -> None:
    """Raise `UnreadableTable` for a packed file that is no sheet, or too large once unpacked."""
    try:
        with zipfile.ZipFile(stream) as packed:
            size = sum(part.file_size for part in packed.infolist())
            is_sheet = "xl/workbook.xml" in packed.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        size, is_sheet = 0, False
    if not is_sheet:
        raise UnreadableTable(_("This is a packed file, but no Excel sheet: unpack it first."))
    if size > MOST_UNPACKED:
        raise UnreadableTable(_("The Excel sheet is too large to be read: save it as CSV."))


def words_of_cell(cell: object) -> str:
    """A cell as it reads: numbers as a sheet shows them, days in ISO order."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.15g}"
    if isinstance(cell, datetime) and cell.time() == time.min:
        return cell.date().isoformat()
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell)
