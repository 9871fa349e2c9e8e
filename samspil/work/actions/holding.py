"""Take a case, give it back, hand it over."""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from samspil.core.judging import Judging
from samspil.core.lifecycle import Stage, check_step
from samspil.core.routing import Reason
from samspil.governance.queries import intake
from samspil.people.models import Colleague, Team
from samspil.work.access import check_may_look, check_may_take, check_not_emptied
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.noting import note_case
from samspil.work.actions.showing import SHOWN, show_answer
from samspil.work.models import Case, Direction, FirstJudgement, Message
from samspil.work.queries import queue_of
from samspil.work.queries.contesting import contested_by_own
from samspil.work.queries.judging import is_first_judge

NOBODY: Mapping[str, object] = {"claimed_by": None, "claimed_at": None}
"""What of a case says that nobody holds it."""


class NoPerson(Exception):
    """Only a person may decide a case."""


class StaleCase(Exception):
    """Someone else moved the case first; the message is fit to show to a person."""


@transaction.atomic
def claim(case: Case, *, by: Colleague, at: datetime) -> None:
    """Take a waiting case; raises `StaleCase` where someone else was first.

    Who has judged it already takes it again only where nobody else is there for the second look,
    and then sees AI's answer.
    """
    check_may_take(by, case)
    check_may_look(by, case, at=at)
    changes: dict[str, object] = {"claimed_by": by, "claimed_at": at}
    if case.judging == Judging.SECOND and is_first_judge(by, case):
        changes |= _nobody_else(case)
    move_stage(case, was=Stage.WAITING, stage=Stage.CLAIMED, changes=changes)
    note_case(case, "claimed", by=by, at=at)


@transaction.atomic
def claim_next(*, by: Colleague, at: datetime) -> Case | None:
    """Take the case that should be dealt with first; None where nothing waits for this colleague.

    People who ask at the same moment get different cases, and nobody one that they have judged, or
    that they decided before and somebody contested.
    """
    skips = connection.features.has_select_for_update_skip_locked
    judged = FirstJudgement.objects.filter(by=by, second_look=True).values("case")
    mine = queue_of(by, now=at).exclude(judging=Judging.SECOND, pk__in=judged)
    mine = mine.exclude(reason=Reason.CONTESTED, pk__in=contested_by_own(by))
    waiting = mine.select_for_update(skip_locked=skips, of=("self",) if skips else ())
    case = waiting.first()
    if case is not None:
        claim(case, by=by, at=at)
    return case


@transaction.atomic
def release(case: Case, *, by: Colleague, at: datetime) -> None:
    """Give a case back to the queue."""
    move_stage(case, holder=by, stage=Stage.WAITING, changes=NOBODY)
    note_case(case, "released", by=by, at=at)


@transaction.atomic
def hand_over(case: Case, *, to: Team, note: str, by: Colleague, at: datetime) -> None:
    """Pass a case to a team with everything attached and a note on what is known already."""
    before = str(case.team.public_id) if case.team else ""
    move_stage(case, holder=by, stage=Stage.WAITING, changes={**NOBODY, "team": to})
    text = intake(note).text
    if text:
        Message.objects.create(case=case, direction=Direction.NOTE, at=at, author=by, text=text)
        index_cases([case.pk])
    note_case(case, "handed_over", by=by, at=at, team=str(to.public_id), from_team=before)


def _nobody_else(case: Case) -> dict[str, object]:
    """What changes where the first judge has to decide without a second look."""
    judgement = FirstJudgement.objects.select_related("proposal").get(case=case, round=case.round)
    judgement.second_look, judgement.nobody_else = False, True
    judgement.save(update_fields=["second_look", "nobody_else"])
    show_answer(case, judgement.proposal)
    return {name: getattr(case, name) for name in SHOWN}


def move_stage(
    case: Case,
    *,
    stage: Stage,
    was: Stage = Stage.CLAIMED,
    holder: Colleague | int | None = None,
    told: str = "",
    changes: Mapping[str, object],
) -> None:
    """Change a case in one conditional statement, or raise `StaleCase` and change nothing.

    `holder` is who holds it now, a colleague or their primary key. `told` is what is said of a case
    that moved on, by default that somebody else was first.
    """
    if was != stage:
        check_step(was, stage)
    if was == Stage.CLOSED:
        check_not_emptied(case)
    still = Case.objects.filter(pk=case.pk, stage=was, claimed_by=holder)
    if not still.update(stage=stage, **changes):
        meanwhile = _("Someone else has moved this case meanwhile. Nothing of yours is lost.")
        raise StaleCase(told or meanwhile)
    for name, value in {"stage": stage, **changes}.items():
        setattr(case, name, value)
