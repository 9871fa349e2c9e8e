"""Where logs lie that are not read yet."""

from pathlib import Path

from django.conf import settings

from samspil.adapters.files import Store
from samspil.tenancy.queries import current


def store() -> Store:
    """The current organisation's logs, apart from all its other files."""
    return Store(
        folder=Path(settings.SAMSPIL_HOME) / "eventlogs",
        owner=str(current().public_id),
        key=settings.FILES_KEY,
    )
