"""Put a case back to where it stood, as long as nothing has happened to it since."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage
from samspil.journal.queries import about
from samspil.people.models import Colleague
from samspil.work.access import check_may_take
from samspil.work.actions.holding import StaleCase, move_stage
from samspil.work.actions.judging import take_judgement_back
from samspil.work.actions.noting import note_case
from samspil.work.models import Case, Decision, Outgoing

BESIDE = ("attached", "enclosed", "enclosure_left_out", "escalated", "noted", "tagged", "untagged")
"""What happens beside a case and moves it nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a case stands: with whom, how pressing, until when put aside. Keys are primary keys."""

    stage: Stage
    level: str
    risk: float
    due_at: datetime
    escalates_at: datetime | None
    team_id: int | None
    claimed_by_id: int | None
    claimed_at: datetime | None
    snoozed_until: datetime | None


def place_of(case: Case) -> Place:
    """Where the case stands now."""
    return Place(
        stage=Stage(case.stage),
        level=case.level,
        risk=case.risk,
        due_at=case.due_at,
        escalates_at=case.escalates_at,
        team_id=case.team_id,
        claimed_by_id=case.claimed_by_id,
        claimed_at=case.claimed_at,
        snoozed_until=case.snoozed_until,
    )


def last_moved(case: Case) -> int:
    """The number of the journal's last entry that moved the case; 0 where nothing did."""
    moves = about(str(case.public_id)).exclude(event__in=BESIDE)
    return moves.values_list("sequence", flat=True).last() or 0


@transaction.atomic
def put_back(
    case: Case, *, place: Place, since: int, event: str, by: Colleague, at: datetime
) -> None:
    """Put the case back to a place that it left with the journal's entry `since`.

    A decision that closed it without a reply is taken back. `event` is what the journal says.
    Raises `StaleCase` where something has moved the case since, or a reply has left.
    """
    held = lock_unmoved(case, since=since)
    check_may_take(by, held)
    changes: dict[str, object] = {
        "level": place.level,
        "risk": place.risk,
        "due_at": place.due_at,
        "escalates_at": place.escalates_at,
        "team_id": place.team_id,
        "claimed_by_id": place.claimed_by_id,
        "claimed_at": place.claimed_at,
        "snoozed_until": place.snoozed_until,
        "closed_at": None,
    }
    if held.stage == Stage.CLOSED:
        _take_decision_back(held)
    was = Stage(held.stage)
    move_stage(held, was=was, stage=place.stage, holder=held.claimed_by, changes=changes)
    note_case(held, event, by=by, at=at)


def lock_unmoved(case: Case, *, since: int) -> Case:
    """The case, held until the transaction ends; raises `StaleCase` where it moved since."""
    held = Case.objects.select_for_update().get(pk=case.pk)
    if last_moved(held) != since:
        raise StaleCase(_("Something has happened to this case since, so it stays as it is."))
    return held


def _take_decision_back(case: Case) -> None:
    if Outgoing.objects.filter(case=case, round=case.round).exists():
        raise StaleCase(_("A reply has left since, so this case stays as it is."))
    Decision.objects.filter(case=case, round=case.round).delete()
    take_judgement_back(case)
