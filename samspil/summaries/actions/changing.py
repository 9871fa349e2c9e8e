"""What a person changes in minutes and summaries; AI's own words are kept beside it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from samspil.governance.actions import approve_mark
from samspil.people.models import Colleague
from samspil.summaries.access import check_may_summarise
from samspil.summaries.actions.noting import note_summary
from samspil.summaries.models import Point, Sort, State, Summary
from samspil.summaries.queries.wording import as_text

ADDED = (Sort.DECISION, Sort.ACTION, Sort.QUESTION, Sort.SENTENCE)
"""What a person may add."""


class StaleSummary(Exception):
    """The summary is not there in this form any more; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a point says, who does it (empty: nobody is named) and by when (None: no day)."""

    text: str
    owner: str = ""
    due: date | None = None


@transaction.atomic
def change_point(point: Point, *, wording: Wording, by: Colleague, at: datetime) -> None:
    """Say it in other words. Raises `StaleSummary` where it was dropped meanwhile."""
    check_may_summarise(by)
    found = Point.objects.filter(pk=point.pk, dropped_at__isnull=True)
    if not found.update(text=wording.text, owner=wording.owner, due=wording.due):
        raise StaleSummary(_("Somebody has dropped this point meanwhile."))
    _noted(point.summary, "changed", by=by, at=at)


@transaction.atomic
def add_point(
    summary: Summary, *, sort: Sort, wording: Wording, by: Colleague, at: datetime
) -> Point:
    """Add what AI did not find, as the last of its sort. Raises `StaleSummary`."""
    check_may_summarise(by)
    check_made(summary)
    rows = Point.objects.filter(summary=summary, sort=sort)
    last = rows.aggregate(last=Max("position"))["last"]
    made = Point.objects.create(
        summary=summary, sort=sort, position=0 if last is None else last + 1, text=wording.text,
        owner=wording.owner, due=wording.due,
    )  # fmt: skip
    _noted(summary, "added", by=by, at=at)
    return made


@transaction.atomic
def drop_point(point: Point, *, by: Colleague, at: datetime) -> None:
    """Leave it out; it can be brought back."""
    check_may_summarise(by)
    if Point.objects.filter(pk=point.pk, dropped_at__isnull=True).update(dropped_at=at):
        _noted(point.summary, "dropped", by=by, at=at)


@transaction.atomic
def bring_back_point(point: Point, *, by: Colleague, at: datetime) -> None:
    """Undo leaving it out."""
    check_may_summarise(by)
    if Point.objects.filter(pk=point.pk, dropped_at__isnull=False).update(dropped_at=None):
        _noted(point.summary, "brought_back", by=by, at=at)


@transaction.atomic
def move_point(point: Point, *, up: bool, by: Colleague, at: datetime) -> None:
    """Change places with the point before it, or after it; the first and the last stay."""
    check_may_summarise(by)
    check_made(point.summary)
    rows = Point.objects.select_for_update().filter(
        summary=point.summary, sort=point.sort, dropped_at__isnull=True
    )
    order = list(rows.order_by("position", "pk"))
    here = next((n for n, one in enumerate(order) if one.pk == point.pk), None)
    there = None if here is None else here + (-1 if up else 1)
    if here is None or there is None or not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    for position, one in enumerate(order):
        one.position = position
    Point.objects.bulk_update(order, ["position"], batch_size=500)
    _noted(point.summary, "moved", by=by, at=at)


@transaction.atomic
def approve_summary(summary: Summary, *, by: Colleague, at: datetime) -> None:
    """Say that one has checked it; its mark says so until something is changed again."""
    check_may_summarise(by)
    check_made(summary)
    Summary.objects.filter(pk=summary.pk).update(approved_by=by, approved_at=at)
    points = Point.objects.filter(summary=summary, dropped_at__isnull=True)
    ordered = list(points.order_by("sort", "position", "pk"))
    phrased = [one.text for one in ordered if one.sort == Sort.PHRASED]
    for text in [*as_text(ordered), *phrased]:
        approve_mark(text, at=at)
    note_summary(summary, "summary_approved", by=by, at=at)


def check_made(summary: Summary) -> None:
    """Raises `StaleSummary` where it is not there, or not yet."""
    if not Summary.objects.filter(pk=summary.pk, state=State.MADE, removed_at=None).exists():
        raise StaleSummary(_("This summary is not there any more."))


def _noted(summary: Summary, how: str, *, by: Colleague, at: datetime) -> None:
    """What is changed is not checked any more."""
    Summary.objects.filter(pk=summary.pk).update(approved_by=None, approved_at=None)
    note_summary(summary, "summary_changed", by=by, at=at, how=how)
