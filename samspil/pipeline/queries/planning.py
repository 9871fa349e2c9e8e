"""Ninety days for what is tried now, dated by what is known today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from samspil.core.deadlines import AROUND_THE_CLOCK
from samspil.core.pipeline.gates import GATES, LEAST_BASELINE, Facts
from samspil.core.pipeline.plan import MOST_PILOTS, Dated, Item, Phase, Whose, schedule
from samspil.core.pipeline.stages import Stage
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.pipeline.models import Assignment, Initiative
from samspil.pipeline.queries.gates import Standing, standings
from samspil.pipeline.queries.initiatives import board
from samspil.work.queries import timings

FAR = (Stage.SCALE, Stage.OPTIMIZE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An item of an initiative, and who sees to it; None: nobody is named yet, or they have left.

    `given`: somebody gave it to them; otherwise it is theirs by the plan of the initiative.
    """

    initiative: Initiative
    dated: Dated
    who: Colleague | None
    given: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ninety:
    """The plan: items by phase, each in the order of its days; and what waits for the next one."""

    items: Sequence[Planned]
    later: Sequence[Initiative]

    def of(self, phase: Phase) -> list[Planned]:
        """The items of thirty days."""
        return [one for one in self.items if one.dated.phase is phase]

    def waits_for(self, colleague: Colleague) -> list[Planned]:
        """What is theirs and not done, in the order of its days."""
        return [one for one in self.items if one.who == colleague and not one.dated.done]


def ninety_days(*, now: datetime) -> Ninety:
    """The plan as it stands now: of three initiatives at most, those at work first and then the
    oldest; a fixed number of statements."""
    return ninety_days_of(board(), now=now)


def ninety_days_of(initiatives: Iterable[Initiative], *, now: datetime) -> Ninety:
    """The same of initiatives that are read already, as `board` gives them."""
    open_ = sorted(initiatives, key=lambda one: (one.live_at is None, one.pk))
    mine, later = open_[:MOST_PILOTS], open_[MOST_PILOTS:]
    today, times, given = day_of(now), timings(at=now), _given(mine)
    found = [
        _planned(one.initiative, dated, to=given.get((one.initiative.pk, dated.item)))
        for one in standings(mine, on=today)
        for dated in schedule(
            _start(one.initiative), done=_done(one), on=today,
            calendar=times.calendars.get(one.initiative.process_id)
            or times.calendars.get(None, AROUND_THE_CLOCK),
        )
    ]  # fmt: skip
    return Ninety(items=sorted(found, key=lambda one: one.dated.due), later=later)


def _start(one: Initiative) -> date:
    return one.starts_on or day_of(one.made_at)


def _planned(one: Initiative, dated: Dated, *, to: Colleague | None) -> Planned:
    named = one.evaluator if dated.whose is Whose.EVALUATOR else one.owner
    who = to or (named if named and named.left_at is None else None)
    return Planned(initiative=one, dated=dated, who=who, given=to is not None)


def _given(initiatives: Sequence[Initiative]) -> dict[tuple[int, str], Colleague]:
    """To whom items were given who is still here, by initiative and item."""
    found = Assignment.objects.filter(initiative__in=initiatives, colleague__left_at__isnull=True)
    return {
        (one.initiative_id, one.item): one.colleague for one in found.select_related("colleague")
    }


def _done(one: Standing) -> set[Item]:
    """What the evidence says is done."""
    facts, stage = one.facts, Stage(one.initiative.stage)
    far = stage in FAR
    return {item for item, holds in _known(facts, stage, far=far).items() if holds}


def _known(facts: Facts, stage: Stage, *, far: bool) -> dict[Item, bool]:
    live = stage is not Stage.POC
    return {
        Item.CRITERIA: facts.criteria and facts.ends_on is not None,
        Item.PEOPLE: facts.takes_part > 0 and facts.evaluator,
        Item.BASELINE: facts.baseline >= LEAST_BASELINE,
        Item.LAW: facts.settled,
        Item.WATCHERS: 0 < facts.overseers == facts.trained,
        Item.TOLD: facts.told,
        Item.STOPS: facts.stops > 0,
        Item.PILOT: live,
        Item.DRILL: facts.drilled_on is not None,
        Item.BOTH_WAYS: far or facts.both_ways is not None,
        Item.CASES: far or (live and facts.cases >= GATES[Stage.SCALE].cases),
        Item.EVALUATION: far or (live and facts.evaluated),
        Item.SCALE: far,
    }
