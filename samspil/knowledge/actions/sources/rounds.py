"""When a source is looked through: what is due, and what somebody asks for now."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from samspil.adapters.jobs import enqueue
from samspil.knowledge.access import check_may_keep
from samspil.knowledge.models import Pace, Source, SourceRun
from samspil.people.models import Colleague
from samspil.tenancy.queries import current

ROUND = "knowledge.begin_due"
LOOK = "knowledge.look_through"
LAST = 50
"""The priority of looking: whatever moves a case goes first."""
HOLD = timedelta(minutes=10)
"""So long one worker has a round to itself; working on it for a while takes far less."""
PAUSES = {Pace.HOURLY: timedelta(hours=1), Pace.DAILY: timedelta(days=1)}


@transaction.atomic
def begin_round(source: Source, *, by: Colleague | None, at: datetime) -> SourceRun | None:
    """Have a source looked through in the background; None where that goes on already.

    `by` is None for the clock.
    """
    if by is not None:
        check_may_keep(by)
    here = Source.objects.filter(pk=source.pk, paused_at__isnull=True, removed_at__isnull=True)
    if not here.update(due_at=at + PAUSES[Pace(source.pace)]):
        return None
    try:
        with transaction.atomic():
            run = SourceRun.objects.create(source=source, asked_by=by, began_at=at, held_until=at)
    except IntegrityError:
        return None
    ask_to_look(run)
    return run


def begin_due(*, at: datetime) -> int:
    """Begin what is due, and go on with what nobody works on any more; returns how many."""
    due = Source.objects.filter(due_at__lte=at, paused_at__isnull=True, removed_at__isnull=True)
    begun = sum(begin_round(source, by=None, at=at) is not None for source in due)
    return begun + sum(_goes_on(run, at=at) for run in _left(at=at))


@transaction.atomic
def ask_to_look(run: SourceRun) -> None:
    """Have somebody work on this round for a while."""
    payload = {"organisation": str(current().public_id), "run": str(run.public_id)}
    enqueue(LOOK, payload, priority=LAST)


def _left(*, at: datetime) -> list[SourceRun]:
    """Rounds whose worker died."""
    return list(SourceRun.objects.filter(ended_at__isnull=True, held_until__lte=at - HOLD))


@transaction.atomic
def _goes_on(run: SourceRun, *, at: datetime) -> bool:
    """One conditional update says who asks for it."""
    left = SourceRun.objects.filter(pk=run.pk, ended_at__isnull=True, held_until=run.held_until)
    if not left.update(held_until=at):
        return False
    ask_to_look(run)
    return True
