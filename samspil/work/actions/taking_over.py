"""A person takes over what AI had finished alone."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage
from samspil.core.routing import Reason
from samspil.people.models import Colleague
from samspil.work.access import check_may_take
from samspil.work.actions.holding import StaleCase, move_stage
from samspil.work.actions.noting import note_case
from samspil.work.models import Case, LoneAnswer
from samspil.work.models.casework import Decision


@transaction.atomic
def take_over(case: Case, *, by: Colleague, at: datetime) -> None:
    """Open what AI finished alone and hold it, to put it right.

    It is no check: nobody drew it, so that it says nothing of how much is wrong. Raises `StaleCase`
    where AI did not finish it, or somebody has had it since.
    """
    check_may_take(by, case)
    lone = LoneAnswer.objects.filter(case=case, round=case.round).exists()
    if not lone or Decision.objects.filter(case=case, round=case.round).exists():
        raise StaleCase(_("AI did not finish this alone, or a person has looked at it since."))
    changes = {
        "claimed_by": by,
        "claimed_at": at,
        "closed_at": None,
        "reason": Reason.ANSWERED_BEFORE,
    }
    move_stage(case, was=Stage.CLOSED, stage=Stage.CLAIMED, changes=changes)
    note_case(case, "taken_over", by=by, at=at)
