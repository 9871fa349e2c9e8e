"""Work on a round for a while: list what the source holds, then read what is new or changed.

A long round is many short jobs, so that it keeps no case waiting. Whoever holds the round works on
it alone; what a worker leaves when it dies, the next goes on with.
"""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db import transaction

from samspil.adapters.sources import Place
from samspil.core.knowledge.sources import Fault, Mishap, SourceFailed
from samspil.knowledge.actions.sources.ending import end_round
from samspil.knowledge.actions.sources.listing import keep_list
from samspil.knowledge.actions.sources.opening import opened
from samspil.knowledge.actions.sources.rounds import HOLD, ask_to_look
from samspil.knowledge.actions.sources.taking import take
from samspil.knowledge.models import SourceItem, SourceRun

WHILE_S = 20.0
"""Seconds of one job."""
LONGEST = timedelta(hours=6)
"""A round that takes longer ends; the next goes on where it was."""
AT_ONCE = 50
Clock = Callable[[], datetime]


def work_on(run: SourceRun, *, now: Clock, while_s: float = WHILE_S) -> bool:
    """Work on this round for some seconds; False where somebody else does, or it has ended."""
    if not _held(run, at=now()):
        return False
    try:
        fault = _stopped(run, at=now())
        if fault is None:
            with opened(run.source) as place:
                left = _look(run, place, now=now, while_s=while_s)
            if left:
                _hand_on(run, at=now())
                return True
    except SourceFailed as why:
        fault = why.fault
    except Exception:
        end_round(run, fault=Fault(mishap=Mishap.FAILED), at=now())
        raise
    end_round(run, fault=fault, at=now())
    return True


def _held(run: SourceRun, *, at: datetime) -> bool:
    """One conditional update: of two workers only one has the round."""
    free = SourceRun.objects.filter(pk=run.pk, ended_at__isnull=True, held_until__lte=at)
    held = bool(free.update(held_until=at + HOLD))
    if held:
        run.refresh_from_db()
    return held


def _stopped(run: SourceRun, *, at: datetime) -> Fault | None:
    if run.source.paused_at or run.source.removed_at:
        return Fault(mishap=Mishap.STOPPED)
    if at - run.began_at > LONGEST:
        hours = int(LONGEST / timedelta(hours=1))
        return Fault(mishap=Mishap.OUT_OF_TIME, values={"hours": hours})
    return None


def _look(run: SourceRun, place: Place, *, now: Clock, while_s: float) -> bool:
    """Whether anything is left to read."""
    until = time.monotonic() + while_s
    if run.listed_at is None:
        keep_list(run, place.listed(), at=now())
    for item in _waiting(run):
        take(item, place, run=run, at=now())
        if time.monotonic() >= until:
            break
    return SourceItem.objects.filter(source=run.source, waits=True).exists()


def _waiting(run: SourceRun) -> Iterator[SourceItem]:
    waiting = SourceItem.objects.filter(source=run.source, waits=True).select_related("document")
    while some := list(waiting.order_by("pk")[:AT_ONCE]):
        yield from some


@transaction.atomic
def _hand_on(run: SourceRun, *, at: datetime) -> None:
    mine = SourceRun.objects.filter(pk=run.pk, ended_at__isnull=True, held_until=run.held_until)
    if mine.update(held_until=at):
        ask_to_look(run)
