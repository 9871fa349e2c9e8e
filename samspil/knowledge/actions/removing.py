"""Take documents away: at once from every answer, for good a day later."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.knowledge.access import check_may_keep, ever_visible_to, visible_to
from samspil.knowledge.actions.noting import note_documents
from samspil.knowledge.models import Document
from samspil.knowledge.queries.files import store
from samspil.knowledge.queries.retention import over_documents
from samspil.people.models import Colleague
from samspil.tenancy.actions import delete_rows


@transaction.atomic
def remove_documents(ids: Sequence[int], *, by: Colleague | None, at: datetime) -> int:
    """Answer from these no more; returns how many. `by` is None on the command line."""
    if by is not None:
        check_may_keep(by)
    seen = Document.objects.filter(removed_at__isnull=True) if by is None else visible_to(by)
    found = list(seen.select_for_update().filter(pk__in=list(ids)))
    Document.objects.filter(pk__in=[one.pk for one in found]).update(removed_at=at)
    note_documents(found, "document_removed", by=by, at=at)
    return len(found)


@transaction.atomic
def restore_documents(ids: Sequence[int], *, by: Colleague, at: datetime) -> int:
    """Bring removed documents back, as long as they are not deleted; returns how many."""
    check_may_keep(by)
    gone = ever_visible_to(by).select_for_update().filter(removed_at__isnull=False)
    found = list(gone.filter(pk__in=list(ids)))
    Document.objects.filter(pk__in=[one.pk for one in found]).update(removed_at=None)
    note_documents(found, "document_restored", by=by, at=at)
    return len(found)


def sweep_documents(*, at: datetime) -> int:
    """Delete what was removed a day ago with all that was read of it; returns how many."""
    return delete_rows(over_documents(reach_of(Category.REMOVED, at=at)))


def sweep_document_files(*, at: datetime) -> int:
    """Delete stored files of no document; returns how many. Outside of any transaction."""
    has = Document.objects.filter
    return store().sweep(at=at, is_kept=lambda digest: has(digest=digest).exists())
