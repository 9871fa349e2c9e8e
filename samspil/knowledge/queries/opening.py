"""Which folders of this machine may be read from."""

from pathlib import Path

from django.conf import settings

from samspil.adapters.sources import allowed_folders
from samspil.tenancy.queries import current, every_organisation


def folders_allowed() -> list[Path]:
    """The folders that the installation's settings open to the current organisation."""
    return allowed_folders(
        settings.WATCHED_FOLDERS,
        organisation=str(current().public_id),
        alone=len(every_organisation()) == 1,
    )
