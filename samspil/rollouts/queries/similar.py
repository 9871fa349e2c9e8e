"""Tasks elsewhere that are like those of an initiative: of figures of five people and more."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samspil.adapters import embedding
from samspil.allocation.models import Estimate
from samspil.audit.models import Figures, Task
from samspil.audit.queries import TaskFigures, figures_of_tasks
from samspil.core.rollouts.similar import Alike, Described, alike, scaled
from samspil.people.models import Team
from samspil.rollouts.models import Rollout


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A task elsewhere: like which of the initiative's, why, and what it might save there.

    Hours a week of all who answered; `low` and `high` are None where nobody estimated the first.
    """

    task: Task
    team: Team | None
    figures: Figures
    like: Task
    why: Alike
    low: float | None
    high: float | None


def tasks_here(rollout: Rollout) -> list[TaskFigures]:
    """The audited tasks that belong to the initiative's process."""
    process = rollout.initiative.process_id
    return [one for one in figures_of_tasks() if process and one.task.process_id == process]


def elsewhere(rollout: Rollout) -> list[Elsewhere]:
    """Tasks of other processes and teams that are like the initiative's; each once.

    Only of tasks of which five people or more told something.
    """
    process = rollout.initiative.process_id
    rows = figures_of_tasks()
    here = [one for one in rows if process and one.task.process_id == process]
    others = [one for one in rows if one.everybody and one.task.process_id != process]
    estimates = {
        one.task_id: one
        for one in Estimate.objects.filter(task__in=[each.task.pk for each in here])
    }
    others = [one for one in others if any(_reasons(each, [one]) for each in here)]
    near = _nearness(here, others)
    by_key = {one.task.pk: one for one in others}
    known = [_described(each) for each in others]
    found: dict[int, Elsewhere] = {}
    for place, one in enumerate(here):
        for reason in alike(_described(one), known, nearness=near[place]):
            there = by_key[reason.key]
            if reason.key not in found:
                found[reason.key] = _told(one, there, reason, estimates.get(one.task.pk))
    return list(found.values())


def _reasons(one: TaskFigures, others: Sequence[TaskFigures]) -> Sequence[Alike]:
    return alike(_described(one), [_described(each) for each in others])


def _told(
    here: TaskFigures, there: TaskFigures, reason: Alike, estimate: Estimate | None
) -> Elsewhere:
    assert there.everybody is not None
    low = high = None
    if estimate is not None:
        hours = there.everybody.hours
        low = scaled(1, of_others=hours, saved=estimate.saved_low)
        high = scaled(1, of_others=hours, saved=estimate.saved_high)
    return Elsewhere(
        task=there.task, team=there.task.team, figures=there.everybody, like=here.task, why=reason,
        low=low, high=high,
    )  # fmt: skip


def _described(one: TaskFigures) -> Described:
    systems = one.everybody.systems if one.everybody else []
    return Described(
        key=one.task.pk,
        title=one.task.title,
        library=one.task.library,
        systems=frozenset(systems),
    )


def _nearness(
    here: Sequence[TaskFigures], others: Sequence[TaskFigures]
) -> Sequence[Sequence[float]]:
    """How near each other task is to each here in meaning; nothing where there is no embedding."""
    embedder = embedding.chosen() if here and others else None
    if embedder is None:
        return [[0.0] * len(others) for _one in here]
    texts = [one.task.title for one in (*here, *others)]
    vectors = np.asarray(embedder.embed(texts))
    near: list[list[float]] = (vectors[: len(here)] @ vectors[len(here) :].T).tolist()
    return near
