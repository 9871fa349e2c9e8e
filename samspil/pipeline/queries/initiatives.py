"""Initiatives as they stand."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from samspil.audit.models import Task
from samspil.core.pipeline.arrangement import Arrangement, after, like
from samspil.core.pipeline.stages import Stage, before
from samspil.pipeline.models import Drill, Initiative, StageMove
from samspil.work.queries import way_now


def board() -> QuerySet[Initiative]:
    """Those that are not ended, the oldest first; with whom and what they name, in three
    statements."""
    return _whole().filter(ended_at__isnull=True).order_by("pk")


def ended() -> QuerySet[Initiative]:
    """Those that were brought to an end, newest first."""
    return _whole().filter(ended_at__isnull=False).order_by("-ended_at", "-pk")


def change_by_gate(initiative: Initiative, *, into: Stage) -> tuple[Arrangement, Arrangement]:
    """How its process is shared now, and once it is let into this stage; the same twice where the
    stage changes nothing. Of an initiative that names a process."""
    assert initiative.process is not None
    now = way_now(initiative.process)
    kept = {Stage.PILOT: initiative.pilot, Stage.SCALE: initiative.scale}.get(into)
    return now, after(now, Arrangement.of(kept)) if kept else now


def running() -> list[Initiative]:
    """Those that AI works by now."""
    return list(board().exclude(stage=Stage.POC))


def initiative_at(public_id: UUID) -> Initiative:
    """The one of this address; raises `Initiative.DoesNotExist`."""
    return _whole().get(public_id=public_id)


def initiatives_at(keys: Iterable[int]) -> list[Initiative]:
    """Those of these primary keys, in the order of these."""
    return list(_whole().filter(pk__in=list(keys)).order_by("pk"))


def initiatives_of(task: Task) -> list[Initiative]:
    """Those that began with this task and are not ended, the oldest first."""
    return list(board().filter(task=task))


def moves_of(initiative: Initiative) -> list[StageMove]:
    """Its steps, newest first."""
    found = StageMove.objects.filter(initiative=initiative).select_related("by", "noted_by")
    return list(found.order_by("-pk"))


def drills_of(initiative: Initiative, *, most: int = 12) -> list[Drill]:
    """Tests of stopping it, newest first."""
    found = Drill.objects.filter(initiative=initiative).select_related("by")
    return list(found.order_by("-pk")[:most])


def way_before(initiative: Initiative, *, stage: Stage) -> Arrangement:
    """How the process was shared before the initiative last went into this stage.

    Where somebody has taken over since how its task is divided, what the stage before lays down
    now: what was narrowed does not come back wide.
    """
    gone = StageMove.objects.filter(initiative=initiative, before=before(stage), after=stage)
    last = gone.order_by("-pk")[:1].get()
    old = Arrangement.of(last.way)
    laid = {Stage.SCALE: initiative.pilot, Stage.OPTIMIZE: initiative.scale}.get(stage)
    since = initiative.adjustments.filter(took=True, withdrawn_at=None, at__gte=last.at)
    return like(old, Arrangement.of(laid)) if laid and since.exists() else old


def _whole() -> QuerySet[Initiative]:
    found = Initiative.objects.select_related("process", "owner", "evaluator", "task")
    return found.prefetch_related("participants__colleague", "stops")
