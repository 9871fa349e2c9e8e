"""Record who was trained in what, and when."""

from datetime import date, datetime

from django.db import transaction

from samspil.people.actions.noting import note
from samspil.people.models import Colleague, Training


@transaction.atomic
def note_training(
    colleague: Colleague, *, what: str, day: date, by: Colleague, at: datetime
) -> Training:
    """Keep that the colleague was trained. It says nothing of how well: nobody is graded here.

    The caller has asked whether `by` may.
    """
    made = Training.objects.create(colleague=colleague, what=what, day=day, noted_by=by)
    note("training_noted", "colleague", colleague.public_id, by=by, at=at, day=day.isoformat())
    return made
