"""What initiatives lay down against how their tasks are divided now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from samspil.allocation.queries import Allocated, known_tasks
from samspil.core.allocation.divisions import Division
from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.stages import Stage
from samspil.core.pipeline.taking_over import Difference, LaidDown, difference
from samspil.pipeline.models import Adjustment, Initiative
from samspil.work.models import ProcessAutonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """An initiative whose task is divided otherwise than it lays down, and what is known of it."""

    initiative: Initiative
    task: Allocated
    laid: LaidDown
    difference: Difference


def differing(initiatives: Iterable[Initiative]) -> Mapping[int, Differing]:
    """Those of these where something differs, by primary key; of what was ended nothing is asked.

    Eight statements at most, however many there are; none where none has a task.
    """
    there = [one for one in initiatives if one.task and one.ended_at is None]
    if not there:
        return {}
    tasks = {one.task.pk: one.task for one in there if one.task}
    known = {one.task.pk: one for one in known_tasks(tasks.values())}
    shares = _shares(there)
    found = (_of(one, known[one.task_id or 0], shares) for one in there)
    return {one.initiative.pk: one for one in found if one is not None}


def differing_one(initiative: Initiative) -> Differing | None:
    """The same of one of them; None where nothing differs."""
    return differing([initiative]).get(initiative.pk)


def adjustments_of(initiative: Initiative) -> list[Adjustment]:
    """What people took over or left, the newest first, without what was undone."""
    found = Adjustment.objects.filter(initiative=initiative, withdrawn_at=None)
    return list(found.select_related("by").order_by("-pk"))


def laid_down_by(initiative: Initiative) -> LaidDown:
    """What it lays down, without how its process is shared."""
    one = initiative
    return LaidDown(
        pilot=Arrangement.of(one.pilot),
        scale=Arrangement.of(one.scale),
        division=Division(one.division) if one.division else None,
        stage=Stage(one.stage),
    )


def laid_down_at_work(initiative: Initiative) -> LaidDown:
    """The same with how its process is shared, where AI works by it; a statement more."""
    return _working(initiative, _shares([initiative]))


def _shares(initiatives: Iterable[Initiative]) -> Mapping[int, float]:
    """By process, the share that a person judges first; what nobody has set is not in it."""
    at_work = [one.process_id for one in initiatives if one.live_at and one.process_id]
    rows = ProcessAutonomy.objects.filter(process__in=at_work)
    return dict(rows.values_list("process", "judge_first"))


def _of(one: Initiative, task: Allocated, shares: Mapping[int, float]) -> Differing | None:
    laid = _working(one, shares)
    found = difference(laid, task.division, most=task.suggestion.cap.most)
    if found is None:
        return None
    return Differing(initiative=one, task=task, laid=laid, difference=found)


def _working(one: Initiative, shares: Mapping[int, float]) -> LaidDown:
    laid, process = laid_down_by(one), one.process
    if one.live_at is None or process is None:
        return laid
    works = Arrangement(
        organisation_model=process.organisation_model, judge_first=shares.get(process.pk, 0)
    )
    return replace(laid, works=works)
