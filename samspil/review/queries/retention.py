"""Which lists of what was done to many cases are kept long enough."""

from django.db.models import QuerySet

from samspil.core.retention.periods import Reach
from samspil.review.models import Batch
from samspil.work.queries.retention import not_held


def over_batches(reach: Reach) -> QuerySet[Batch]:
    """Batches of long enough ago; none that names a held case."""
    return not_held(Batch.objects.filter(at__lt=reach.before), reach.holds, case="lines__case")
