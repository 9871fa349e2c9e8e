"""Ask people in a round what takes their time, and settle what may be told once it is over."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.audit.access import check_may_ask
from samspil.audit.models import Answer, AskedTeam, Audit, Figures, Sheet, Task
from samspil.audit.queries import doubles_in, given_of, over_sheets
from samspil.core.audit import Said, Told, settled
from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.people.actions import note
from samspil.people.models import Colleague, Team
from samspil.people.queries import day_of
from samspil.tenancy.actions import delete_rows

CLOSE_DUE = "audit.close_due"
LONGEST_NAME = 120


class UnfitRound(ValueError):
    """There can be no such round; the message is fit to show to a person."""


@transaction.atomic
def open_audit(
    name: str, *, opens: date, closes: date, teams: Sequence[Team], by: Colleague, at: datetime
) -> Audit:
    """Begin a round that asks these teams, or everybody where none is named.

    Raises `UnfitRound` where it has no name, is over before it begins or asks a closed team.
    """
    check_may_ask(by)
    _check(" ".join(name.split()), opens=opens, closes=closes, teams=teams, today=day_of(at))
    made = Audit.objects.create(
        name=" ".join(name.split()), opens=opens, closes=closes, by=by, at=at
    )
    AskedTeam.objects.bulk_create([AskedTeam(audit=made, team=team) for team in teams])
    note("audit_opened", "audit", made.public_id, by=by, at=at, teams=len(teams))
    return made


@transaction.atomic
def change_days(audit: Audit, *, opens: date, closes: date, by: Colleague, at: datetime) -> None:
    """Let the round go on for other days. Raises `UnfitRound`, also where it is over."""
    check_may_ask(by)
    _check(audit.name, opens=opens, closes=closes, teams=(), today=day_of(at))
    running = Audit.objects.filter(pk=audit.pk, settled_at=None)
    if not running.update(opens=opens, closes=closes):
        raise UnfitRound(_("This round is over: begin another."))
    note("audit_days", "audit", audit.public_id, by=by, at=at)


@transaction.atomic
def close_audit(audit: Audit, *, by: Colleague | None, at: datetime) -> bool:
    """End the round and settle its figures, once; drafts are not counted.

    Whoever handed in their own sheet is not counted from a table too. What tables brought in is
    deleted: it is counted, and nobody's to keep. False where it was over before. `by` is None when
    its last day has passed.
    """
    if by is not None:
        check_may_ask(by)
    if not Audit.objects.filter(pk=audit.pk, settled_at=None).update(
        settled_at=at, teams_whole=True
    ):
        return False
    delete_rows(doubles_in(audit))
    told = settled(_said(audit))
    Figures.objects.bulk_create([_row(audit, one) for one in told])
    handed_in = Sheet.objects.filter(audit=audit, handed_in_at__isnull=False)
    listed = Answer.objects.filter(sheet__in=handed_in, removed_at=None).values("task")
    Task.objects.filter(pk__in=listed, listed_at=None).update(listed_at=at)
    delete_rows(Sheet.objects.filter(audit=audit, bringing__isnull=False))
    note("audit_closed", "audit", audit.public_id, by=by, at=at, told=len(told))
    return True


def close_due(*, at: datetime) -> int:
    """End every round whose last day has passed; returns how many."""
    over = Audit.objects.filter(settled_at=None, closes__lt=day_of(at)).order_by("pk")
    return sum(close_audit(one, by=None, at=at) for one in over)


def sweep_sheets(*, at: datetime) -> int:
    """Delete what people said in rounds that ended long ago; returns how many sheets."""
    return delete_rows(over_sheets(reach_of(Category.AUDITS, at=at)))


def _check(name: str, *, opens: date, closes: date, teams: Sequence[Team], today: date) -> None:
    if not name or len(name) > LONGEST_NAME:
        raise UnfitRound(_("A round needs a name of at most 120 characters."))
    if closes < opens or closes < today:
        raise UnfitRound(_("The last day must come after the first, and not lie in the past."))
    if any(team.closed_at is not None for team in teams):
        raise UnfitRound(_("One of these teams is closed: choose others."))


def _said(audit: Audit) -> list[Said]:
    rows = Answer.objects.filter(
        sheet__audit=audit, sheet__handed_in_at__isnull=False, removed_at=None
    ).select_related("sheet", "task")
    return [
        Said(
            person=str(one.sheet_id),
            brought=one.sheet.bringing_id is not None,
            task=str(one.task_id),
            team=str(one.sheet.team_id or ""),
            given=given_of(one),
        )
        for one in rows.order_by("pk")
    ]


def _row(audit: Audit, told: Told) -> Figures:
    return Figures(
        audit=audit,
        task_id=int(told.task) if told.task else None,
        team_id=int(told.team) if told.team else None,
        people=told.people,
        hours=told.hours,
        times=told.times,
        minutes=told.minutes,
        error_share=told.error_share,
        frustration=told.frustration,
        wish=told.wish,
        wishes=told.wishes or "",
        durations=told.durations or "",
        between_hours=told.between_hours,
        systems=list(told.systems),
    )
