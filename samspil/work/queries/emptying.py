"""Which cases are over, so that their words may go."""

from django.db.models import Exists, OuterRef, QuerySet

from samspil.core.lifecycle import Stage
from samspil.work.models import Case, Outgoing


def ready_to_empty() -> QuerySet[Case]:
    """Closed cases whose replies have all left, and that still hold their words."""
    unsent = Outgoing.objects.filter(case=OuterRef("pk"), sent_at__isnull=True)
    waits = Exists(unsent.exclude(recipient=""))
    return Case.objects.filter(~waits, stage=Stage.CLOSED, emptied__isnull=True)
