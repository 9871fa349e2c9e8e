"""The files of cases."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from django.conf import settings

from samspil.adapters.files import Store
from samspil.tenancy.queries import current
from samspil.work.models import Attachment, Case, Enclosure, Outgoing


def store() -> Store:
    """Where the current organisation's files lie."""
    return Store(
        folder=Path(settings.SAMSPIL_HOME) / "files",
        owner=str(current().public_id),
        key=settings.FILES_KEY,
    )


def attachments(case: Case) -> list[Attachment]:
    """The files of a case, oldest first."""
    return list(Attachment.objects.filter(case=case).order_by("at", "pk"))


def with_files(cases: Sequence[Case]) -> set[int]:
    """Those of these cases, by primary key, with which files came."""
    found = Attachment.objects.filter(case__in=cases)
    return set(found.values_list("case_id", flat=True))


def attachment_at(case: Case, public_id: UUID | str) -> Attachment:
    """One file of this case; raises `Attachment.DoesNotExist`."""
    return Attachment.objects.get(case=case, public_id=public_id)


def content_of(attachment: Attachment) -> bytes:
    """The file itself; raises `DamagedFile`."""
    return store().get(attachment.digest)


def files_sent(outgoing: Outgoing) -> list[Attachment]:
    """The files of the reply that is on its way."""
    sent = Enclosure.objects.filter(
        case=outgoing.case_id, round=outgoing.round, message__isnull=False
    )
    return [one.attachment for one in sent.select_related("attachment").order_by("pk")]
