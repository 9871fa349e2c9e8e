"""The files of cases."""

from pathlib import Path
from uuid import UUID

from django.conf import settings

from samspil.adapters.files import Store
from samspil.tenancy.queries import current
from samspil.work.models import Attachment, Case


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


def attachment_at(case: Case, public_id: UUID | str) -> Attachment:
    """One file of this case; raises `Attachment.DoesNotExist`."""
    return Attachment.objects.get(case=case, public_id=public_id)


def content_of(attachment: Attachment) -> bytes:
    """The file itself; raises `DamagedFile`."""
    return store().get(attachment.digest)
