"""Take summaries away: by hand, and all of them after thirty days."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from samspil.people.models import Colleague
from samspil.summaries.access import check_may_summarise
from samspil.summaries.actions.noting import note_summary
from samspil.summaries.models import Summary
from samspil.summaries.queries.files import store
from samspil.summaries.queries.summaries import KEPT

SWEEP = "summaries.sweep"
BRINGS_BACK = timedelta(days=1)
"""So long a removed summary can be brought back."""


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
    """Delete what is thirty days old or was removed a day ago, and files of no summary.

    Returns how many summaries.
    """
    over = Q(removed_at__lte=at - BRINGS_BACK) | Q(ordered_at__lte=at - KEPT)
    gone = Summary.objects.filter(over)
    many = gone.count()
    gone.delete()
    has = Summary.objects.filter(document__isnull=True)
    store().sweep(at=at, is_kept=lambda digest: has.filter(digest=digest).exists())
    return many
