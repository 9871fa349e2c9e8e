"""Take summaries away: by hand, and all of them when their time is over."""

from datetime import datetime

from django.db import transaction

from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.people.models import Colleague
from samspil.summaries.access import check_may_summarise
from samspil.summaries.actions.noting import note_summary
from samspil.summaries.models import Summary
from samspil.summaries.queries.files import store
from samspil.summaries.queries.retention import over_removed_summaries, over_summaries
from samspil.tenancy.actions import delete_rows


@transaction.atomic
def remove_summary(summary: Summary, *, by: Colleague, at: datetime) -> None:
    """Show it no more; it is deleted in a day."""
    check_may_summarise(by)
    if Summary.objects.filter(pk=summary.pk, removed_at__isnull=True).update(removed_at=at):
        note_summary(summary, "summary_removed", by=by, at=at)


@transaction.atomic
def restore_summary(summary: Summary, *, by: Colleague, at: datetime) -> None:
    """Bring a removed one back, as long as it is not deleted."""
    check_may_summarise(by)
    if Summary.objects.filter(pk=summary.pk, removed_at__isnull=False).update(removed_at=None):
        note_summary(summary, "summary_restored", by=by, at=at)


def sweep_summaries(*, at: datetime) -> int:
    """Delete what was ordered long ago; returns how many."""
    return delete_rows(over_summaries(reach_of(Category.SUMMARIES, at=at)))


def sweep_removed_summaries(*, at: datetime) -> int:
    """Delete what was removed a day ago; returns how many."""
    return delete_rows(over_removed_summaries(reach_of(Category.REMOVED, at=at)))


def sweep_summary_files(*, at: datetime) -> int:
    """Delete stored files of no summary; returns how many. Outside of any transaction."""
    has = Summary.objects.filter(document__isnull=True)
    return store().sweep(at=at, is_kept=lambda digest: has.filter(digest=digest).exists())
