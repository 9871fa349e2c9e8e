"""Give a case to another team, or make it more pressing, without anybody taking it first."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.lifecycle import Stage
from samspil.core.routing import RISK_BY_LEVEL, Level
from samspil.people.models import Colleague, Team
from samspil.work.access import check_may_take
from samspil.work.actions.holding import NOBODY, StaleCase, move_stage
from samspil.work.actions.noting import note_case
from samspil.work.models import Case
from samspil.work.queries import team_of_level, timings


class NotHigher(ValueError):
    """A level can be raised only; the message is fit to show."""


@transaction.atomic
def move(case: Case, *, to: Team, by: Colleague, at: datetime) -> None:
    """Let a case that waits, or that `by` holds, wait for this team. Raises `StaleCase`."""
    check_may_take(by, case)
    before = str(case.team.public_id) if case.team else ""
    _change(case, by=by, stage=Stage.WAITING, changes={**NOBODY, "team": to})
    note_case(case, "handed_over", by=by, at=at, team=str(to.public_id), from_team=before)


@transaction.atomic
def raise_level(case: Case, *, level: Level, by: Colleague, at: datetime) -> None:
    """Make a case as pressing as this higher level is: its team, its place, its deadline.

    The deadline can only come nearer. Whoever holds the case keeps it. Raises `NotHigher` and
    `StaleCase`.
    """
    check_may_take(by, case)
    if level <= (case.level or Level.STANDARD):
        raise NotHigher(_("A case can be made more pressing only, not less."))
    clocks = timings(case.process, at=at)
    times = clocks.times(case.process, began=at, level=level)
    changes: dict[str, object] = {
        "level": level,
        "risk": max(case.risk, RISK_BY_LEVEL[level]),
        "due_at": min(case.due_at, times.due_at),
        "escalates_at": at,
    }
    if case.stage == Stage.WAITING:
        changes["team_id"] = team_of_level(case.process).get(level, case.team_id)
    _change(case, by=by, changes=changes)
    note_case(case, "level_raised", by=by, at=at, level=level)


def _change(
    case: Case, *, by: Colleague, changes: Mapping[str, object], stage: Stage | None = None
) -> None:
    """Change an open case in one conditional statement, or raise `StaleCase`."""
    was = Stage(case.stage)
    if was not in (Stage.WAITING, Stage.CLAIMED):
        raise StaleCase(_("Only a case that waits, or that you hold, can be moved."))
    holder = by if was == Stage.CLAIMED else None
    move_stage(case, was=was, stage=stage or was, holder=holder, changes=changes)
