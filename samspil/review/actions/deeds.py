"""What each of the actions on many cases does to one of them, and how it is undone."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from samspil.core.bulk import BulkAction
from samspil.core.lifecycle import Stage
from samspil.core.routing import Level
from samspil.people.models import Colleague, Team
from samspil.review.actions.marking import put_on, take_off
from samspil.review.models import BatchCase, Tag
from samspil.work import actions as work
from samspil.work.models import Case

Deed = Callable[[Case, BatchCase, Colleague, datetime], object]


def do_to_one(case: Case, line: BatchCase, *, by: Colleague, at: datetime) -> None:
    """Do to this case what its batch is about; raises what the action raises."""
    DEEDS[BulkAction(line.batch.action)](case, line, by, at)


def take_back_one(line: BatchCase, *, by: Colleague, at: datetime) -> None:
    """Undo it; raises `StaleCase` where something has moved the case since."""
    case = Case.objects.select_related("process", "team").get(pk=line.case_id)
    action, since = BulkAction(line.batch.action), line.entry or 0
    if action is BulkAction.MERGE:
        work.lock_unmoved(case, since=since)
        work.unmerge(case, by=by, at=at)
    elif action is BulkAction.TAG:
        take_off(case, tag=_tag_of(line), by=by, at=at)
    elif action is BulkAction.UNTAG:
        put_on(case, tag=_tag_of(line), by=by, at=at)
    else:
        place, event = _place(line.before), UNDOINGS[action]
        work.put_back(case, place=place, since=since, event=event, by=by, at=at)


def _place(before: Mapping[str, Any]) -> work.Place:
    times = {
        name: parse_datetime(before[name]) if before[name] else None
        for name in ("due_at", "escalates_at", "claimed_at", "snoozed_until")
    }
    return work.Place(**{**before, **times, "stage": Stage(before["stage"])})


def _tag_of(line: BatchCase) -> Tag:
    found = Tag.objects.filter(pk=line.batch.parameters.get("tag")).first()
    if found is None:
        raise work.StaleCase(_("This tag is not here any more."))
    return found


def _put_aside(case: Case, line: BatchCase, by: Colleague, at: datetime) -> None:
    until = datetime.fromisoformat(line.batch.parameters["until"])
    work.snooze(case, until=until, by=by, at=at)


def _tag(case: Case, line: BatchCase, by: Colleague, at: datetime) -> None:
    put_on(case, tag=_tag_of(line), by=by, at=at)


def _untag(case: Case, line: BatchCase, by: Colleague, at: datetime) -> None:
    take_off(case, tag=_tag_of(line), by=by, at=at)


def _move(case: Case, line: BatchCase, by: Colleague, at: datetime) -> None:
    team = Team.objects.filter(pk=line.batch.parameters["team"]).first()
    if team is None:
        raise work.StaleCase(_("This team is not here any more."))
    work.move(case, to=team, by=by, at=at)


def _raise(case: Case, line: BatchCase, by: Colleague, at: datetime) -> None:
    work.raise_level(case, level=Level(line.batch.parameters["level"]), by=by, at=at)


def _merge(case: Case, line: BatchCase, by: Colleague, at: datetime) -> None:
    work.merge(case, into=Case.objects.get(pk=line.into_id or 0), by=by, at=at)


def _close(case: Case, line: BatchCase, by: Colleague, at: datetime) -> None:
    work.close_unanswered(case, why=line.batch.parameters.get("why", ""), by=by, at=at)


DEEDS: Mapping[BulkAction, Deed] = {
    BulkAction.PUT_ASIDE: _put_aside,
    BulkAction.TAG: _tag,
    BulkAction.UNTAG: _untag,
    BulkAction.MOVE: _move,
    BulkAction.RAISE: _raise,
    BulkAction.MERGE: _merge,
    BulkAction.CLOSE: _close,
}
UNDOINGS = {
    BulkAction.PUT_ASIDE: "woken",
    BulkAction.MOVE: "hand_over_undone",
    BulkAction.RAISE: "level_raise_undone",
    BulkAction.CLOSE: "decision_undone",
}
