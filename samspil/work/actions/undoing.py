"""Take a step back for a short while, as long as nothing has left the house."""

import json
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage
from samspil.journal.queries import about
from samspil.people.models import Colleague, Team
from samspil.work.access import check_may_take
from samspil.work.actions.holding import StaleCase, move_stage
from samspil.work.actions.judging import take_judgement_back
from samspil.work.actions.noting import note_case
from samspil.work.models import Case, Decision, Outgoing

GRACE = timedelta(minutes=5)


@transaction.atomic
def take_back(case: Case, *, by: Colleague, at: datetime) -> None:
    """Undo one's own handing over, unless somebody has taken the case since."""
    facts = _last(case, "handed_over", by=by, at=at)
    team = (
        Team.objects.filter(public_id=facts["from_team"]).first()
        if facts.get("from_team")
        else None
    )
    changes = {"claimed_by": by, "claimed_at": at, "team": team}
    move_stage(case, was=Stage.WAITING, stage=Stage.CLAIMED, told=_too_late(), changes=changes)
    note_case(case, "hand_over_undone", by=by, at=at)


@transaction.atomic
def reopen_unanswered(case: Case, *, by: Colleague, at: datetime) -> None:
    """Undo one's own closing without a reply; the decision is taken back with it."""
    check_may_take(by, case)
    Case.objects.select_for_update().get(pk=case.pk)
    _last(case, "decided", by=by, at=at)
    decision = Decision.objects.filter(case=case, round=case.round, by=by).first()
    answered = Outgoing.objects.filter(case=case, round=case.round).exists()
    if decision is None or answered:
        raise StaleCase(_too_late())
    changes = {"claimed_by": by, "claimed_at": at, "closed_at": None}
    move_stage(case, was=Stage.CLOSED, stage=Stage.CLAIMED, told=_too_late(), changes=changes)
    decision.delete()
    take_judgement_back(case)
    note_case(case, "decision_undone", by=by, at=at)


def _last(case: Case, event: str, *, by: Colleague, at: datetime) -> dict[str, str]:
    """The facts of what happened last, if it was this, by this colleague, a short while ago."""
    entry = about(str(case.public_id)).last()
    recent = entry is not None and entry.at >= at - GRACE
    if entry is None or not recent or entry.event != event or entry.actor != str(by.public_id):
        raise StaleCase(_too_late())
    facts: dict[str, str] = json.loads(entry.facts)
    return facts


def _too_late() -> str:
    return _("It is too late to undo this: something has happened since.")
