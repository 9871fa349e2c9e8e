"""Sources, opened for reading as the installation's settings allow."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings

from samspil.adapters.sealing import BrokenSeal, seal, unseal
from samspil.adapters.sources import (
    DELAY_S,
    Account,
    Dialler,
    Folder,
    Mailbox,
    Place,
    Site,
    private_hosts,
)
from samspil.core.knowledge.sources import Mishap, SourceFailed
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
    elif source.kind == SourceKind.MAIL:
        box = Mailbox(
            account=_account(source), folder=source.place, dialler=_dialler(), most_bytes=most
        )
        with closing(box):
            yield box
    else:
        yield Folder(
            path=Path(source.place), allowed=folders_allowed(), endings=ENDINGS, most_bytes=most
        )


def sealed(source: Source, password: str) -> bytes:
    """A mailbox's password as it is kept: for this source alone."""
    return seal(password, of=_sealed_as(source), key=settings.FILES_KEY)


def _account(source: Source) -> Account:
    try:
        opened = unseal(bytes(source.secret), of=_sealed_as(source), key=settings.FILES_KEY)
    except BrokenSeal:
        raise SourceFailed(Mishap.NO_PASSWORD) from None
    return Account(server=source.server, login=source.login, password=opened)


def _sealed_as(source: Source) -> str:
    return f"source {source.public_id}"


def _dialler() -> Dialler:
    return Dialler(private_hosts=private_hosts(settings.PRIVATE_HOSTS))
