"""Files that are sent as they come, to programs and to people."""

import tempfile

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from samspil.core.file_kinds import EXCEL
from samspil.review.actions import Export
from samspil.web.saving import saved_as

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": EXCEL,
}
IN_MEMORY = 4 * 1024**2
"""In bytes; a larger sheet waits on the disk until it is sent."""


def answer_with(taken: Export, *, form: str, name: str) -> HttpResponseBase:
    """The file itself, as it comes."""
    if form == "csv":
        answer: HttpResponseBase = StreamingHttpResponse(taken.csv(), content_type=KINDS["csv"])
    else:
        sheet = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # closed by the answer
        taken.write_sheet(sheet)
        sheet.seek(0)
        answer = FileResponse(sheet, content_type=KINDS["xlsx"])
    return saved_as(answer, name)
