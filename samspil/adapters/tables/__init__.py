"""Tables that people bring in and take away: CSV in any usual encoding, and Excel sheets."""

from samspil.adapters.tables.answering import table_file
from samspil.adapters.tables.reading import (
    DAMAGED,
    MOST_BYTES,
    MOST_ROWS,
    UnreadableTable,
    check_sheet,
    read_table,
    words_of_cell,
)
from samspil.adapters.tables.writing import (
    MOST_SHEET_ROWS,
    TooLongForSheet,
    csv_line,
    csv_lines,
    harmless,
    sheet,
    write_sheet,
)

__all__ = [
    "DAMAGED",
    "MOST_BYTES",
    "MOST_ROWS",
    "MOST_SHEET_ROWS",
    "TooLongForSheet",
    "UnreadableTable",
    "check_sheet",
    "csv_line",
    "csv_lines",
    "harmless",
    "read_table",
    "sheet",
    "table_file",
    "words_of_cell",
    "write_sheet",
]
