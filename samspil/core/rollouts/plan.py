"""The days of a rollout: planned in working days, moved by what happened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from samspil.core.deadlines import Calendar
from samspil.core.pipeline.plan import working_day
from samspil.core.rollouts.phases import ORDER, WORKING, Phase

DAY = timedelta(days=1)
GAP = 15
"""Working days between the beginnings of two teams, unless somebody says otherwise."""
USUAL: Mapping[Phase, int] = MappingProxyType(
    {Phase.INFORMATION: 10, Phase.PILOT: 20, Phase.TRAINING: 10, Phase.IMPLEMENTATION: 20}
)
"""Working days of each phase, unless somebody says otherwise: twelve weeks for a team."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """That a team went from one phase into another, on a day."""

    day: date
    before: Phase
    after: Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A phase with its days: as planned, as it was, and as it is to be expected now.

    `began` and `ended` are None while that has not happened; `late` counts working days past the
    planned end of the phase that goes on.
    """

    phase: Phase
    planned: tuple[date, date]
    began: date | None
    ended: date | None
    expected: tuple[date, date]
    late: int = 0


def beginnings(first: date, teams: int, *, gap: int, calendar: Calendar) -> list[date]:
    """On which working day each of so many teams begins, each `gap` working days later."""
    return [working_day(first, 1 + gap * place, calendar=calendar) for place in range(teams)]


def dated(
    first: date, days: Mapping[Phase, int], steps: Sequence[Step], *, on: date, calendar: Calendar
) -> tuple[Dated, ...]:
    """The phases of a team that is planned to begin on `first`, as they stand on a day."""
    began, ended, now = happened(first, steps, on=on)
    found: list[Dated] = []
    planned_from = expected_from = first
    for phase in WORKING:
        planned = _span(planned_from, days[phase], calendar=calendar)
        starts = began.get(phase) or max(expected_from, planned[0])
        ends = ended.get(phase) or _span(starts, days[phase], calendar=calendar)[1]
        late = 0
        if phase is now and phase not in ended:
            late = working_days(planned[1], on, calendar=calendar)
            ends = max(ends if began.get(phase) else planned[1], on if late else ends)
        found.append(
            Dated(
                phase=phase, planned=planned, began=began.get(phase), ended=ended.get(phase),
                expected=(starts, max(starts, ends)), late=late,
            )
        )  # fmt: skip
        planned_from, expected_from = planned[1] + DAY, max(starts, ends) + DAY
    return tuple(found)


def happened(
    first: date, steps: Iterable[Step], *, on: date
) -> tuple[dict[Phase, date], dict[Phase, date], Phase]:
    """When each phase began and ended for good, and which one the team is in.

    Going back takes back what came after.
    """
    began = {Phase.INFORMATION: first} if first <= on else {}
    ended: dict[Phase, date] = {}
    now = Phase.INFORMATION
    for step in steps:
        now = step.after
        if ORDER.index(step.after) > ORDER.index(step.before):
            began.setdefault(step.before, min(first, step.day))
            ended[step.before], began[step.after] = step.day, step.day
        else:
            later = ORDER[ORDER.index(step.after) + 1 :]
            ended = {phase: day for phase, day in ended.items() if phase not in (now, *later)}
            began = {phase: day for phase, day in began.items() if phase not in later}
    return began, ended, now


def working_days(since: date, until: date, *, calendar: Calendar) -> int:
    """How many working days there are after `since`, up to `until`; 0 backwards."""
    many, day = 0, working_day(since + DAY, 1, calendar=calendar)
    while day <= until:
        many, day = many + 1, working_day(day + DAY, 1, calendar=calendar)
    return many


def _span(first: date, days: int, *, calendar: Calendar) -> tuple[date, date]:
    return (
        working_day(first, 1, calendar=calendar),
        working_day(first, days, calendar=calendar),
    )
