"""Which cases are over, so that their words may go."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from samspil.core.lifecycle import Stage
from samspil.work.models import Case, Emptied, Outgoing


def ready_to_empty(keys: Collection[int] | None = None) -> QuerySet[Case]:
    """Closed cases whose replies have all left, and that still hold their words; of all, or of
    those with these primary keys."""
    cases = Case.objects.all() if keys is None else Case.objects.among(keys)
    unsent = Outgoing.objects.filter(case=OuterRef("pk"), sent_at__isnull=True)
    waits = Exists(unsent.exclude(recipient=""))
    return cases.filter(~waits, stage=Stage.CLOSED, emptied__isnull=True)


def is_emptied(case: Case) -> bool:
    """Whether the words of the case are gone; an open one's never are, and cost no statement."""
    return case.stage == Stage.CLOSED and Emptied.objects.filter(case=case.pk).exists()
