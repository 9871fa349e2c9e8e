"""Make a case of an action that a meeting agreed on."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.summaries.actions.changing import StaleSummary
from samspil.summaries.actions.noting import note_summary
from samspil.summaries.models import Point, Sort
from samspil.work import actions as work
from samspil.work.models import Case, Process


@transaction.atomic
def open_case(point: Point, *, process: Process, by: Colleague, at: datetime) -> Case:
    """Open a case of a process with the action in it. Raises `StaleSummary` where there is one."""
    check_may(by, Action.IMPORT_MESSAGES)
    held = Point.objects.select_for_update().get(pk=point.pk)
    if held.case is not None or held.dropped_at is not None or held.sort != Sort.ACTION:
        raise StaleSummary(_("A case was made of this action already, or it was dropped."))
    arrival = work.Arrival(text=_text(held), subject=held.text[:100])
    ((case),) = work.open_cases([arrival], process=process, at=at, by=by).cases
    Point.objects.filter(pk=held.pk).update(case=case.public_id)
    note_summary(held.summary, "summary_case_opened", by=by, at=at, case=str(case.public_id))
    return case


def _text(point: Point) -> str:
    lines = [point.text, ""]
    lines.append(_("From the meeting: %(title)s") % {"title": point.summary.title})
    if point.owner:
        lines.append(_("Who: %(name)s") % {"name": point.owner})
    if point.due:
        lines.append(_("By when: %(day)s") % {"day": point.due.isoformat()})
    return "\n".join(lines)
