"""A table as a file to keep."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from samspil.adapters.tables.writing import csv_lines, sheet
from samspil.core.file_kinds import EXCEL


def table_file(rows: Iterable[Sequence[str]], *, name: str, form: str) -> HttpResponse:
    """The rows as a file of this name: an Excel sheet where `form` is xlsx, else CSV."""
    if form == "xlsx":
        answer = HttpResponse(sheet(rows), content_type=EXCEL)
    else:
        answer = HttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer
