"""Forget rounds that are long over, and sources that were removed."""

from datetime import datetime, timedelta

from django.db import transaction

from samspil.knowledge.actions.removing import BRINGS_BACK
from samspil.knowledge.models import Source, SourceRun

KEPT = timedelta(days=90)
"""So long a round is kept."""


@transaction.atomic
def sweep_sources(*, at: datetime) -> int:
    """Delete sources that were removed a day ago, and rounds that ended 90 days ago.

    Returns how many sources.
    """
    SourceRun.objects.filter(ended_at__lte=at - KEPT).delete()
    over = Source.objects.filter(removed_at__lte=at - BRINGS_BACK)
    many = over.count()
    over.delete()
    return many
