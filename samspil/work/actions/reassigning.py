"""Take a case out of its holder's hands."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.work.access import check_may_decide_anew, check_may_look, check_may_see
from samspil.work.actions.holding import StaleCase, move_stage
from samspil.work.actions.noticing import tell
from samspil.work.actions.noting import note_case
from samspil.work.models import About, Case


@transaction.atomic
def reassign(case: Case, *, to: Colleague | None, by: Colleague, at: datetime) -> None:
    """Give a case that somebody holds to another colleague, or back into the queue (None).

    Raises `NotAllowed` unless `by` may reassign cases and `to` may decide them, and `StaleCase`
    where the case has moved on meanwhile.
    """
    check_may(by, Action.REASSIGN_CASES)
    check_may_see(by, case)
    if to is not None:
        check_may(to, Action.DECIDE_CASES)
        check_may_look(to, case, at=at)
        check_may_decide_anew(to, case)
    holder = case.claimed_by_id
    if holder is None or not move_held(case, to=to.pk if to else None, at=at):
        raise StaleCase(_("Someone else has moved this case meanwhile. Nothing of yours is lost."))
    tell([holder], case, About.TAKEN_AWAY, at=at)
    if to is None:
        note_case(case, "freed", by=by, at=at)
    else:
        tell([to.pk], case, About.GIVEN, at=at)
        note_case(case, "reassigned", by=by, at=at, to=str(to.public_id))


def move_held(case: Case, *, to: int | None, at: datetime) -> bool:
    """Give a held case to a colleague (primary key) or the queue; False where it moved on."""
    changes = {"claimed_by_id": to, "claimed_at": None if to is None else at}
    following = Stage.WAITING if to is None else Stage.CLAIMED
    try:
        move_stage(case, stage=following, holder=case.claimed_by_id, changes=changes)
    except StaleCase:
        return False
    return True
