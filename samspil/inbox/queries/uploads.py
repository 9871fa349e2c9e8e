"""Files that people put aside: where they lie, and how they begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.conf import settings

from samspil.inbox.files import Arrival, RowError, open_file, read_messages
from samspil.inbox.models import Import

PREVIEW = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The first rows of a file: messages, and rows that will be left out."""

    messages: Sequence[Arrival]
    errors: Sequence[RowError]
    more: bool


def uploads_folder() -> Path:
    """Where files lie until they are read in."""
    return Path(settings.SAMSPIL_HOME) / "uploads"


def upload_path(upload: Import) -> Path:
    """The file of this import, as long as it is kept."""
    return uploads_folder() / str(upload.public_id)


def import_at(public_id: UUID) -> Import:
    """One import with its process; raises `Import.DoesNotExist`."""
    return Import.objects.select_related("process", "by").get(public_id=public_id)


def imports() -> list[Import]:
    """The latest imports, newest first."""
    latest = Import.objects.select_related("process", "by").order_by("-uploaded_at", "pk")
    return list(latest[:PREVIEW])


def preview_of(upload: Import) -> Preview:
    """How the file begins; raises `UnreadableFile`."""
    with open_file(upload_path(upload)) as stream:
        rows = read_messages(stream, name=upload.file_name, id_of_row=lambda _row: "")
        first = list(islice(rows, PREVIEW + 1))
    return Preview(
        messages=[row for row in first[:PREVIEW] if isinstance(row, Arrival)],
        errors=[row for row in first[:PREVIEW] if isinstance(row, RowError)],
        more=len(first) > PREVIEW,
    )
