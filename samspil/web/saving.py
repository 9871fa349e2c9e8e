"""Answers that are kept as files."""

from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header


def saved_as(answer: HttpResponseBase, name: str) -> HttpResponseBase:
    """Have the answer kept as a file of this name, by nobody on the way."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    answer["Content-Disposition"] = disposition or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
