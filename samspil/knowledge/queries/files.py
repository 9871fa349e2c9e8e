"""Where documents lie."""

from pathlib import Path

from django.conf import settings

from samspil.adapters.files import Store
from samspil.tenancy.queries import current


def store() -> Store:
    """The current organisation's documents, apart from the files of its cases."""
    return Store(
        folder=Path(settings.SAMSPIL_HOME) / "documents",
        owner=str(current().public_id),
        key=settings.FILES_KEY,
    )
