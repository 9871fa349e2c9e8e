"""The journal as a file."""

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC
from io import StringIO

from django.http import Http404, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.trust.forms import JournalForm
from samspil.trust.queries import Line, export_step

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
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@require_safe
def export(request: WorkRequest) -> HttpResponseBase:
    """The chosen entries as a file, streamed."""
    check_may(request.colleague, Action.SEE_JOURNAL)
    if request.organisation is None:
        raise Http404
    chosen = JournalForm(request.GET).chosen()
    rows = _file(request.organisation, **chosen)
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="journal-{now():%Y-%m-%d}.csv"'
    return answer


def _file(organisation: Organisation, *, subject: str, event: str) -> Iterator[str]:
    """The chosen entries as CSV, newest first.

    A browser takes them after the request is over, so each step enters the organisation anew.
    """
    yield _csv([HEAD])
    before: int | None = None
    while True:
        with enter(organisation):
            lines = export_step(subject=subject, event=event, before=before)
        if not lines:
            return
        yield _csv([_row(line) for line in lines])
        before = lines[-1].entry.sequence


def _row(line: Line) -> tuple[str, ...]:
    entry = line.entry
    cells = (
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
    return tuple(_harmless(cell) for cell in cells)


def _harmless(cell: str) -> str:
    """A spreadsheet would calculate what begins like a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _csv(rows: Sequence[Sequence[str]]) -> str:
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()
