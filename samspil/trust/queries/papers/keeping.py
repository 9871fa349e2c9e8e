"""What was said about something, and papers that were kept as they were."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from django.conf import settings

from samspil.adapters.files import Store
from samspil.core.filings.asks import Ask
from samspil.core.filings.content import Paper
from samspil.tenancy.queries import current
from samspil.trust.models import KeptPaper, Statement
from samspil.trust.queries.papers.subjects import Subject


def shelf() -> Store:
    """Where the current organisation's kept papers lie, apart from all other files."""
    return Store(
        folder=Path(settings.SAMSPIL_HOME) / "papers",
        owner=str(current().public_id),
        key=settings.FILES_KEY,
    )


def said_of(subject: Subject) -> Mapping[Ask, str]:
    """What was said about it so far."""
    rows = Statement.objects.filter(about=subject.about)
    return {Ask(one.ask): one.text for one in rows}


def kept_of(paper: Paper, about: UUID | str) -> list[KeptPaper]:
    """What was kept of a paper, newest first."""
    rows = KeptPaper.objects.filter(paper=paper, about=str(about)).select_related("by")
    return list(rows.order_by("-pk"))


def kept_at(public_id: UUID) -> KeptPaper:
    """One kept paper; raises `KeptPaper.DoesNotExist`."""
    return KeptPaper.objects.select_related("by").get(public_id=public_id)
