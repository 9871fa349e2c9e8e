"""Rows of text files: JSON Lines, CSV, one message a line."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import TypeAlias, TypeVar

from django.utils.translation import gettext as _

from samspil.inbox.files.fields import BadRow, RowError, canonical, whole
from samspil.inbox.files.lines import LONGEST_ROW, Lines, RowTooLong

DELIMITERS = ",;\t"
csv.field_size_limit(LONGEST_ROW)  # the only way to set it is for the whole program

Row = TypeVar("Row")
Make: TypeAlias = Callable[[Mapping[str, object], int], Row]
"""Makes something of a row's fields and its number; raises `BadRow`."""
Rows: TypeAlias = Iterator[Row | RowError]


def json_rows(lines: Lines, *, make: Make[Row]) -> Rows[Row]:
    """One JSON object on each line; empty lines are passed over."""
    for row, line in _numbered(lines):
        if isinstance(line, RowError):
            yield line
        elif line.strip():
            yield _json_row(line, row=row, make=make)


def line_rows(lines: Lines, *, make: Make[Row]) -> Rows[Row]:
    """Each line that is not empty is a message."""
    for row, line in _numbered(lines):
        if isinstance(line, RowError):
            yield line
        elif line.strip():
            yield _made({"text": line.strip()}, row=row, make=make)


def csv_rows(lines: Lines, *, header: str, delimiter: str, make: Make[Row]) -> Rows[Row]:
    """The rows below the header. After a row that cannot be read it goes on with the next line."""
    names = _cells(header, delimiter)
    columns = {field: names.index(name) for field, name in canonical(names).items()}
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    for row in count(lines.taken + 1):
        lines.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except RowTooLong:
            yield too_long(row)
        except csv.Error:
            lines.go_back()
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            yield RowError(row=row, sentence=_wrong_quotes())
        else:
            if any(cells) or len(cells) == 1:
                yield row_of(cells, names, columns, row=row, make=make)


def delimiter_of(header: str) -> str:
    """The sign between the cells of this header; empty where no cell names the text."""
    found = [(len(_cells(header, sign)), sign) for sign in DELIMITERS]
    named = [
        (cells, -place, sign)
        for place, (cells, sign) in enumerate(found)
        if "text" in canonical(_cells(header, sign))
    ]
    return max(named)[2] if named else ""


def row_of(
    cells: Sequence[str | None],
    names: Sequence[str],
    columns: Mapping[str, int],
    *,
    row: int,
    make: Make[Row],
) -> Row | RowError:
    """A message from the cells of a row; more cells than the header names are an error."""
    if len(cells) > len(names) and any(cells[len(names) :]):
        sentence = _(
            "The row has %(cells)d cells, the header %(names)d: put texts in quotation marks."
        )
        return RowError(row=row, sentence=sentence % {"cells": len(cells), "names": len(names)})
    values = {field: cells[place] for field, place in columns.items() if place < len(cells)}
    return _made(values, row=row, make=make)


def too_long(row: int) -> RowError:
    """The error of a row longer than is read."""
    megabytes = LONGEST_ROW // 1024 // 1024
    sentence = _("The row is longer than %(megabytes)d megabytes: shorten its text.")
    return RowError(row=row, sentence=sentence % {"megabytes": megabytes})


def _numbered(lines: Lines) -> Iterator[tuple[int, str | RowError]]:
    for row in count(1):
        lines.begin_row()
        try:
            yield row, next(lines)
        except StopIteration:
            return
        except RowTooLong:
            yield row, too_long(row)


def _json_row(line: str, *, row: int, make: Make[Row]) -> Row | RowError:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        sentence = _("The line is not valid JSON: write one whole object on each line.")
        return RowError(row=row, sentence=sentence)
    if not isinstance(found, dict):
        sentence = _('The line is not a JSON object: write it as {"text": "…"}.')
        return RowError(row=row, sentence=sentence)
    values = {field: found[name] for field, name in canonical(found).items()}
    return _made(values, row=row, make=make)


def _made(values: Mapping[str, object], *, row: int, make: Make[Row]) -> Row | RowError:
    try:
        return make(values, row)
    except BadRow as why:
        given = values.get("id")
        external_id = whole(given) if isinstance(given, str) else ""
        return RowError(row=row, sentence=str(why), external_id=external_id[:200])


def _cells(header: str, delimiter: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([header], delimiter=delimiter), [])]


def _wrong_quotes() -> str:
    return _(
        "The quotation marks of this row do not match: put texts in quotation marks, and double "
        "those inside."
    )
