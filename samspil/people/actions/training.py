"""Record who was trained in what, and when."""

from datetime import date, datetime, timedelta

from django.db import transaction

from samspil.people.actions.noting import note
from samspil.people.models import Colleague, Training

KEPT = timedelta(days=365)
"""How long a training is kept after its colleague left."""


@transaction.atomic
def note_training(
    colleague: Colleague, *, what: str, day: date, by: Colleague, at: datetime
) -> Training:
    """Keep that the colleague was trained. It says nothing of how well: nobody is graded here.

    The caller has asked whether `by` may.
    """
    Training.objects.filter(colleague__left_at__lt=at - KEPT).delete()
    made = Training.objects.create(colleague=colleague, what=what, day=day, noted_by=by)
    note("training_noted", "colleague", colleague.public_id, by=by, at=at, day=day.isoformat())
    return made
