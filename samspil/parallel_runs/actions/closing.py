"""A case that went both ways is done, or falls out; then nobody is named in it any more."""

from datetime import datetime

from samspil.core.parallel_runs.answers import Right
from samspil.core.parallel_runs.falling_out import Gone
from samspil.core.parallel_runs.people import Part
from samspil.core.parallel_runs.stages import OPEN, Stage
from samspil.parallel_runs.models import Member, Pair, ParallelRun
from samspil.people.actions import note

FORGOTTEN = {"holder": None, "taken_at": None, "new_by": None, "new_text": ""}


def finish(pair: Pair, right: Right, *, at: datetime) -> None:
    """Both ways are compared. Inside the caller's transaction, which holds the pair."""
    pair.right = right
    _close(pair, Stage.DONE, at=at)


def drop(pair: Pair, gone: Gone, *, at: datetime) -> None:
    """It can no longer be compared. Inside the caller's transaction, which holds the pair."""
    pair.gone = gone
    _close(pair, Stage.OUT, at=at)


def took_part(run: ParallelRun, colleague: int, part: Part) -> None:
    """Keep that somebody took part, and in no way in which case."""
    Member.objects.bulk_create(
        [Member(run=run, colleague_id=colleague, part=part, took_part=True)],
        update_conflicts=True,
        unique_fields=["run", "colleague", "part"],
        update_fields=["took_part"],
    )


def settle_over(run: ParallelRun, *, at: datetime) -> None:
    """Once nothing is drawn and nothing is open any more, the run is over and tells all it shows.

    Inside the caller's transaction.
    """
    if run.ended_at is None or run.over_at is not None:
        return
    if Pair.objects.filter(run=run, stage__in=OPEN).exists():
        return
    ParallelRun.objects.filter(pk=run.pk).update(over_at=at, paused_at=None, paused_why="")
    run.over_at, run.paused_at, run.paused_why = at, None, ""
    process = str(run.process.public_id)
    note("parallel_run_over", "parallel_run", run.public_id, by=None, at=at, process=process)


def _close(pair: Pair, stage: Stage, *, at: datetime) -> None:
    pair.stage, pair.done_at = stage, at
    for name, value in FORGOTTEN.items():
        setattr(pair, name, value)
    pair.save()
