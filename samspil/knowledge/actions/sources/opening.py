"""Sources, opened for reading as the installation's settings allow."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from samspil.adapters.sources import Folder, Place
from samspil.knowledge.actions.adding import ENDINGS, MEGABYTE
from samspil.knowledge.models import Source
from samspil.knowledge.queries.opening import folders_allowed


@contextmanager
def opened(source: Source) -> Iterator[Place]:
    """The source, to be listed and read; raises `SourceFailed` where it cannot be opened."""
    yield Folder(
        path=Path(source.place),
        allowed=folders_allowed(),
        endings=ENDINGS,
        most_bytes=int(settings.MOST_DOCUMENT_MB) * MEGABYTE,
    )
