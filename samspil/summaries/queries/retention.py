"""Which summaries are kept long enough."""

from django.db.models import QuerySet

from samspil.core.retention.periods import Reach
from samspil.summaries.models import Summary


def over_summaries(reach: Reach) -> QuerySet[Summary]:
    """Summaries that were ordered long enough ago and nobody removed."""
    return Summary.objects.filter(ordered_at__lte=reach.before, removed_at__isnull=True)


def over_removed_summaries(reach: Reach) -> QuerySet[Summary]:
    """Summaries that somebody removed long enough ago."""
    return Summary.objects.filter(removed_at__lte=reach.before)
