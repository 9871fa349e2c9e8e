"""Take a case, give it back, hand it over."""

from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage, check_step
from samspil.governance.queries import intake
from samspil.people.models import Colleague, Team
from samspil.work.access import check_may_take
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.noting import note_case
from samspil.work.models import Case, Direction, Message
from samspil.work.queries import queue_of


class StaleCase(Exception):
    """Someone else moved the case first; the message is fit to show to a person."""


@transaction.atomic
def claim(case: Case, *, by: Colleague, at: datetime) -> None:
    """Take a waiting case; raises `StaleCase` where someone else was first."""
    check_may_take(by, case)
    _move(case, was=Stage.WAITING, stage=Stage.CLAIMED, claimed_by=by, claimed_at=at)
    note_case(case, "claimed", by=by, at=at)


@transaction.atomic
def claim_next(*, by: Colleague, at: datetime) -> Case | None:
    """Take the case that should be dealt with first; None where nothing waits for this colleague.

    People who ask at the same moment get different cases.
    """
    skips = connection.features.has_select_for_update_skip_locked
    waiting = queue_of(by, now=at).select_for_update(
        skip_locked=skips, of=("self",) if skips else ()
    )
    case = waiting.first()
    if case is not None:
        claim(case, by=by, at=at)
    return case


@transaction.atomic
def release(case: Case, *, by: Colleague, at: datetime) -> None:
    """Give a case back to the queue."""
    _move(case, holder=by, stage=Stage.WAITING, claimed_by=None, claimed_at=None)
    note_case(case, "released", by=by, at=at)


@transaction.atomic
def hand_over(case: Case, *, to: Team, note: str, by: Colleague, at: datetime) -> None:
    """Pass a case to a team with everything attached and a note on what is known already."""
    before = str(case.team.public_id) if case.team else ""
    _move(case, holder=by, stage=Stage.WAITING, claimed_by=None, claimed_at=None, team=to)
    text = intake(note).text
    if text:
        Message.objects.create(case=case, direction=Direction.NOTE, at=at, author=by, text=text)
        index_cases([case.pk])
    note_case(case, "handed_over", by=by, at=at, team=str(to.public_id), from_team=before)


def _move(
    case: Case,
    *,
    stage: Stage,
    was: Stage = Stage.CLAIMED,
    holder: Colleague | None = None,
    **changes: object,
) -> None:
    """Change a case in one conditional statement, or raise `StaleCase` and change nothing."""
    check_step(was, stage)
    changes["stage"] = stage
    still = Case.objects.filter(pk=case.pk, stage=was, claimed_by=holder)
    if not still.update(**changes):
        raise StaleCase(_("Someone else has moved this case meanwhile. Nothing of yours is lost."))
    for name, value in changes.items():
        setattr(case, name, value)
