"""Where files lie that are summarised and not read yet."""

from pathlib import Path

from django.conf import settings

from samspil.adapters.files import Store
from samspil.tenancy.queries import current


def store() -> Store:
    """The current organisation's files, apart from its documents and the files of its cases."""
    return Store(
        folder=Path(settings.SAMSPIL_HOME) / "summaries",
        owner=str(current().public_id),
        key=settings.FILES_KEY,
    )
