"""Which reports on files that were brought in are kept long enough."""

from django.db.models import QuerySet

from samspil.core.retention.periods import Reach
from samspil.inbox.models import Import, Stage
from samspil.work.queries.retention import not_in_held


def over_imports(reach: Reach) -> QuerySet[Import]:
    """Imports that ended long enough ago, with the faults they found."""
    return not_in_held(Import.objects.filter(finished_at__lt=reach.before), reach.holds)


def over_unstarted(reach: Reach) -> QuerySet[Import]:
    """Files that somebody looked at and never brought in."""
    looked = Import.objects.filter(stage=Stage.UPLOADED, uploaded_at__lt=reach.before)
    return not_in_held(looked, reach.holds)
