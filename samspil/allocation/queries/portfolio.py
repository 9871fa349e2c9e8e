"""Tasks of which somebody said what AI would bring, as candidates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.allocation.models import Estimate
from samspil.allocation.queries.allocated import Allocated, allocated
from samspil.core.allocation.portfolio import (
    Advice,
    Candidate,
    Ground,
    Part,
    Range,
    advice_of,
    ranked,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A task, what is expected of it, and what to do with it."""

    one: Allocated
    candidate: Candidate
    advice: Advice
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """Those with an estimate, the best first, and the others by hours."""

    rows: Sequence[Ranked]
    others: Sequence[Allocated]

    @property
    def begun(self) -> list[Candidate]:
        """The candidates to start with."""
        return [row.candidate for row in self.rows if row.advice is Advice.START]


def portfolio(*, now: datetime) -> Portfolio:
    """All candidates; in one statement more than `allocated` takes.

    What is expected is a share of the hours that a task takes today: measured once its cases flow.
    """
    tasks = {one.task.pk: one for one in allocated(now=now)}
    found = {
        str(row.task_id): (tasks[row.task_id], _candidate(row, tasks[row.task_id]))
        for row in Estimate.objects.filter(task__in=tasks)
    }
    rows = []
    for candidate in ranked([candidate for _, candidate in found.values()]):
        advice, ground = advice_of(candidate)
        rows.append(
            Ranked(one=found[candidate.key][0], candidate=candidate, advice=advice, ground=ground)
        )
    others = [one for pk, one in tasks.items() if str(pk) not in found]
    return Portfolio(rows=rows, others=sorted(others, key=lambda one: -one.hours))


def _candidate(row: Estimate, one: Allocated) -> Candidate:
    return Candidate(
        key=str(row.task_id),
        hours=one.hours,
        saved=Range(low=row.saved_low, high=row.saved_high),
        days=Range(low=row.days_low, high=row.days_high),
        money=Range(low=row.money_low, high=row.money_high),
        risk=row.risk,
        part=Part(row.part),
        division=one.division,
        guessed=_guessed(row),
    )


def _guessed(row: Estimate) -> Range | None:
    if row.hours_low is None or row.hours_high is None:
        return None
    return Range(low=row.hours_low, high=row.hours_high)
