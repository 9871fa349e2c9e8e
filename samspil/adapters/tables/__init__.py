"""Tables that people bring in and take away: CSV in any usual encoding, and Excel sheets."""

from samspil.adapters.tables.reading import MOST_BYTES, MOST_ROWS, UnreadableTable, read_table
from samspil.adapters.tables.writing import csv_lines, harmless, sheet

__all__ = [
    "MOST_BYTES",
    "MOST_ROWS",
    "UnreadableTable",
    "csv_lines",
    "harmless",
    "read_table",
    "sheet",
]
