"""Put a whole table of one's own answers onto one's sheet."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samspil.audit.actions.sheets import say, type_task
from samspil.audit.models import Sheet
from samspil.core.audit import Given


@transaction.atomic
def bring_answers(sheet: Sheet, answers: Sequence[Given], *, at: datetime) -> int:
    """Put each of them onto the sheet, or in the place of what was said of that task; all or none.

    Returns how many. Raises `NotNow` where the sheet cannot be changed, `UnfitTask`, `UnfitAnswer`.
    """
    for one in answers:
        say(type_task(sheet, one.title, at=at), one, at=at)
    return len(answers)
