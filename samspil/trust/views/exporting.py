"""The journal as a file."""

from collections.abc import Iterator
from datetime import UTC
from itertools import chain, islice
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samspil.adapters.tables import csv_lines, sheet
from samspil.core.file_kinds import EXCEL
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.trust.forms import JournalForm
from samspil.trust.queries import EXPORT_STEP, Asked, Line, actors, journal_page

HEAD = (
    "sequence",
    "at",
    "event",
    "sentence",
    "actor_kind",
    "actor",
    "name",
    "subject_kind",
    "subject",
    "facts",
    "seal",
)
MOST_IN_SHEET = 100_000
"""Rows of an Excel sheet, which is built in memory; CSV takes everything."""


@require_safe
def export(request: WorkRequest) -> HttpResponseBase:
    """The chosen entries as a file: CSV, streamed, or the newest 100,000 as Excel."""
    check_may(request.colleague, Action.SEE_JOURNAL)
    if request.organisation is None:
        raise Http404
    asked = JournalForm(request.GET, actors=actors()).asked()
    rows = chain([HEAD], _rows(request.organisation, asked, language=get_language()))
    answer: HttpResponseBase
    if request.GET.get("format") == "xlsx":
        kind = "xlsx"
        answer = HttpResponse(sheet(islice(rows, MOST_IN_SHEET + 1)), content_type=EXCEL)
    else:
        kind = "csv"
        answer = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = (
        f'attachment; filename="journal-{timezone.now():%Y-%m-%d}.{kind}"'
    )
    return answer


def _rows(
    organisation: Organisation, asked: Asked, *, language: str | None
) -> Iterator[tuple[str, ...]]:
    """The chosen entries, newest first.

    A browser takes them after the request is over, so each step enters the organisation anew, with
    its zone and the reader's language.
    """
    zone = ZoneInfo(organisation.time_zone)
    before: int | None = None
    while True:
        with enter(organisation), timezone.override(zone), translation.override(language):
            page = journal_page(asked, before=before, size=EXPORT_STEP)
        yield from map(_row, page.lines)
        if page.before is None:
            return
        before = page.before


def _row(line: Line) -> tuple[str, ...]:
    entry = line.entry
    return (
        str(entry.sequence),
        entry.at.astimezone(UTC).isoformat(),
        entry.event,
        line.text,
        entry.actor_kind,
        entry.actor,
        line.by,
        entry.subject_kind,
        entry.subject,
        entry.facts,
        entry.seal,
    )
