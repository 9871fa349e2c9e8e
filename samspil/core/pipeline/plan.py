"""Ninety days for an initiative: what is to be done by when, moved when reality moves.

Days 1 to 30 are for the analysis, 31 to 60 for the pilot, 61 to 90 to prepare scaling. What is done
is known from the evidence the gates ask for; nobody ticks anything off.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from samspil.core.deadlines import Calendar, open_time

MOST_PILOTS = 3
"""So many initiatives are piloted in one plan at most."""
DAY = timedelta(days=1)
WEEKEND = 5


class Phase(IntEnum):
    """Which thirty days, by how many days lie before them."""

    ANALYSIS = 0
    PILOT = 30
    SCALING = 60


class Item(StrEnum):
    """What is to be done."""

    CRITERIA = "criteria"
    PEOPLE = "people"
    BASELINE = "baseline"
    LAW = "law"
    WATCHERS = "watchers"
    TOLD = "told"
    STOPS = "stops"
    PILOT = "pilot"
    DRILL = "drill"
    BOTH_WAYS = "both_ways"
    CASES = "cases"
    EVALUATION = "evaluation"
    SCALE = "scale"


class Whose(StrEnum):
    """Who sees to it."""

    OWNER = "owner"
    EVALUATOR = "evaluator"


WORDS = {
    Item.CRITERIA: "Write down what counts as success, and until when",
    Item.PEOPLE: "Name who takes part, and who evaluates",
    Item.BASELINE: "Measure what cases take now",
    Item.LAW: "Settle what the law asks",
    Item.WATCHERS: "Name and train who watches over it",
    Item.TOLD: "Tell those whom it concerns",
    Item.STOPS: "Set what stops it",
    Item.PILOT: "Begin the pilot",
    Item.DRILL: "Test the stop once",
    Item.BOTH_WAYS: "Let the same cases go both ways",
    Item.CASES: "Have enough cases verified",
    Item.EVALUATION: "Write what the pilot showed",
    Item.SCALE: "Decide on scaling",
}
"""In English; translations use the same words as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An item takes so many working `days`, and begins once those it is `after` are due."""

    phase: Phase
    days: int
    after: tuple[Item, ...] = ()
    whose: Whose = Whose.OWNER


STEPS: Mapping[Item, Step] = {
    Item.CRITERIA: Step(phase=Phase.ANALYSIS, days=5),
    Item.PEOPLE: Step(phase=Phase.ANALYSIS, days=5),
    Item.BASELINE: Step(phase=Phase.ANALYSIS, days=15, after=(Item.CRITERIA,)),
    Item.LAW: Step(phase=Phase.ANALYSIS, days=10),
    Item.WATCHERS: Step(phase=Phase.ANALYSIS, days=8, after=(Item.PEOPLE,)),
    Item.TOLD: Step(phase=Phase.ANALYSIS, days=5, after=(Item.LAW,)),
    Item.STOPS: Step(phase=Phase.ANALYSIS, days=3, after=(Item.CRITERIA,)),
    Item.PILOT: Step(
        phase=Phase.PILOT, days=1,
        after=(Item.PEOPLE, Item.BASELINE, Item.WATCHERS, Item.TOLD, Item.STOPS),
    ),
    Item.DRILL: Step(phase=Phase.PILOT, days=8, after=(Item.PILOT,)),
    Item.BOTH_WAYS: Step(phase=Phase.PILOT, days=18, after=(Item.PILOT,)),
    Item.CASES: Step(phase=Phase.PILOT, days=18, after=(Item.PILOT,)),
    Item.EVALUATION: Step(
        phase=Phase.SCALING, days=8, after=(Item.CASES,), whose=Whose.EVALUATOR
    ),
    Item.SCALE: Step(phase=Phase.SCALING, days=5, after=(Item.DRILL, Item.EVALUATION)),
}  # fmt: skip
"""In the order in which they are read; each comes after those it depends on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An item with its days: `planned` is when it was due by the plan, `due` when it is now.

    `late`: it is not done, and its planned day has passed.
    """

    item: Item
    phase: Phase
    whose: Whose
    starts: date
    planned: date
    due: date
    done: bool
    late: bool


def schedule(
    start: date, *, done: Collection[Item], on: date, calendar: Calendar
) -> tuple[Dated, ...]:
    """The plan of an initiative that began on `start`, as it stands on a day.

    What is late is due on the next working day, and moves what depends on it. Phases are entered
    no earlier than planned.
    """
    planned: dict[Item, date] = {}
    found: dict[Item, Dated] = {}
    for item, step in STEPS.items():
        begins = start + timedelta(days=step.phase)
        first = max([begins, *(planned[one] + DAY for one in step.after)])
        planned[item] = working_day(first, step.days, calendar=calendar)
        starts = max([begins, *(found[one].due + DAY for one in step.after)])
        due = working_day(starts, step.days, calendar=calendar)
        if item in done:
            due = planned[item]
        elif due < on:
            due = working_day(on, 1, calendar=calendar)
        found[item] = Dated(
            item=item, phase=step.phase, whose=step.whose, starts=starts, planned=planned[item],
            due=due, done=item in done, late=item not in done and planned[item] < on,
        )  # fmt: skip
    return tuple(found.values())


def working_day(first: date, days: int, *, calendar: Calendar) -> date:
    """The last of so many working days, of which `first` is the earliest possible.

    Where somebody is there around the clock, people's days are those from Monday to Friday.
    """
    day = first
    while True:
        if day.weekday() < WEEKEND if calendar.hours is None else open_time(day, calendar=calendar):
            days -= 1
        if days <= 0:
            return day
        day += DAY
