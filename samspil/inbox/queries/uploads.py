"""Files that people put aside: where they lie, and how they begin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.conf import settings

from samspil.adapters.incoming_mail.heads import SENT
from samspil.inbox.files import (
    Arrival,
    LeftOut,
    MailChoices,
    RowError,
    open_file,
    read_messages,
)
from samspil.inbox.models import Fault, Import
from samspil.people.models import Colleague
from samspil.work.queries import sees_texts_of

PREVIEW = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The first rows of a file: messages, and rows that something is wrong with.

    `automatic` of them are left out as written by machines.
    """

    messages: Sequence[Arrival]
    errors: Sequence[RowError]
    automatic: int
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


def may_read(upload: Import, reader: Colleague) -> bool:
    """Whether somebody may read the rows of a file: of a closed process its teams, and who chose
    the file.
    """
    hidden = upload.process.closed and not sees_texts_of(upload.process, reader)
    return upload.by_id == reader.pk or not hidden


def imports() -> list[Import]:
    """The latest imports, newest first."""
    latest = Import.objects.select_related("process", "by").order_by("-uploaded_at", "pk")
    return list(latest[:PREVIEW])


def preview_of(upload: Import) -> Preview:
    """How the file begins; raises `UnreadableFile`."""
    with open_file(upload_path(upload)) as stream:
        rows = read_messages(
            stream,
            name=upload.file_name,
            id_of_row=lambda _row: "",
            choices=replace(choices_of(upload), now=upload.uploaded_at),
        )
        first = list(islice(rows, PREVIEW + 1))
    return Preview(
        messages=[row for row in first[:PREVIEW] if isinstance(row, Arrival)],
        errors=[row for row in first[:PREVIEW] if isinstance(row, RowError)],
        automatic=sum(isinstance(row, LeftOut) for row in first[:PREVIEW]),
        more=len(first) > PREVIEW,
    )


def choices_of(upload: Import) -> MailChoices:
    """What was chosen for the mails of this import."""
    return mail_choices(upload.file_name, own=upload.own, leave_out=upload.leaves_out_automatic)


def mail_choices(name: str, *, own: Iterable[str], leave_out: bool) -> MailChoices:
    """What to do with the mails of a file of this name; one called “Sent” holds our own."""
    stem = name.rpartition("/")[2].partition(".")[0].strip().casefold()
    return MailChoices(
        own=tuple(address.strip().casefold() for address in own),
        all_own=stem in SENT,
        leave_out_automatic=leave_out,
    )


def faults_of(upload: Import) -> Iterator[Fault]:
    """Every row of the import that something was wrong with, in order, a few at a time."""
    return Fault.objects.filter(upload=upload).order_by("row").iterator(chunk_size=2_000)


def own_addresses() -> tuple[str, ...]:
    """Our own addresses, as whoever brought mails in last gave them."""
    latest = Import.objects.exclude(own=[]).order_by("-uploaded_at", "pk").first()
    return tuple(latest.own) if latest else ()
