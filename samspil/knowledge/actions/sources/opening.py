"""Sources, opened for reading as the installation's settings allow."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from samspil.adapters.sources import DELAY_S, Dialler, Folder, Place, Site, private_hosts
from samspil.knowledge.actions.adding import ENDINGS, MEGABYTE
from samspil.knowledge.models import Source, SourceKind
from samspil.knowledge.queries.opening import folders_allowed


@contextmanager
def opened(source: Source) -> Iterator[Place]:
    """The source, to be listed and read; raises `SourceFailed` where it cannot be opened."""
    most = int(settings.MOST_DOCUMENT_MB) * MEGABYTE
    if source.kind == SourceKind.WEB:
        pause = float(getattr(settings, "SITE_PAUSE_S", DELAY_S))
        yield Site(sitemap=source.place, dialler=_dialler(), most_bytes=most, delay_s=pause)
    else:
        yield Folder(
            path=Path(source.place), allowed=folders_allowed(), endings=ENDINGS, most_bytes=most
        )


def _dialler() -> Dialler:
    return Dialler(private_hosts=private_hosts(settings.PRIVATE_HOSTS))
