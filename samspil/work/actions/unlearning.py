"""Keep what a person wrote from all that AI learns."""

from datetime import datetime

from django.db import transaction

from samspil.work.models import Unlearned
from samspil.work.queries import written_by

AT_ONCE = 500


@transaction.atomic
def leave_unlearned(address: str, *, at: datetime) -> None:
    """From now on AI learns nothing from the cases in which this sender wrote so far."""
    cases = written_by(address).order_by().values_list("case", flat=True).distinct()
    rows = [Unlearned(case_id=case, at=at) for case in cases]
    Unlearned.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)
