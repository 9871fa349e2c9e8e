"""A team beside everybody: where what it says of a task differs from what all of them say.

Both sides are figures that are told already, of five people or more each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from samspil.core.audit.said import Agreement

LONGER, SHORTER = 1.25, 0.8
"""So many times everybody's minutes are a difference; less may be chance or rounding."""
STEPS = 1.0
"""So many steps of a scale are a difference."""
MOST = 3
"""Of each kind, the tasks that take the team most hours."""


class Kind(StrEnum):
    """In what a team differs."""

    LONGER = "longer"
    SHORTER = "shorter"
    MORE_FRUSTRATING = "more_frustrating"
    LESS_FRUSTRATING = "less_frustrating"
    MORE_PERSON = "more_person"
    MORE_AI = "more_ai"
    AGREED = "agreed"


WORDS = {
    Kind.LONGER: "{task} takes {here} minutes each time here, and {all} with everybody.",
    Kind.SHORTER: "{task} takes only {here} minutes each time here, and {all} with everybody. "
    "Others may want to see how.",
    Kind.MORE_FRUSTRATING: "{task} frustrates more here (about {here} of 5) than everybody "
    "({all}).",
    Kind.LESS_FRUSTRATING: "{task} frustrates less here (about {here} of 5) than everybody "
    "({all}).",
    Kind.MORE_PERSON: "{task}: people here want to keep more of it ({here} of 5) than everybody "
    "({all}).",
    Kind.MORE_AI: "{task}: people here would leave more of it to AI ({here} of 5) than everybody "
    "({all}).",
    Kind.AGREED: "{task}: people here agree about what they wish for, and everybody does not. The "
    "teams differ: ask each.",
}
"""English sentences; translations use them as their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What is told of a task by a team, or by everybody; None and "" are what may not be told."""

    minutes: float
    frustration: float | None
    wish: float | None
    wishes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A task with both sides; `hours` a week are the team's."""

    task: str
    hours: float
    here: Side
    everybody: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something in which a team differs; the sentence of its kind is filled by `figures`."""

    kind: Kind
    figures: Mapping[str, str | float] = field(default_factory=dict)


def differences(tasks: Sequence[Beside]) -> list[Difference]:
    """In what the team differs, a few of each kind, those first that take it most hours."""
    found = [one for task in sorted(tasks, key=lambda each: -each.hours) for one in _of_task(task)]
    of_kind = [[one for one in found if one.kind == kind][:MOST] for kind in Kind]
    return [one for some in of_kind for one in some]


def time_beside(one: Beside) -> float | None:
    """How much longer the task takes here than with everybody, as a share of everybody's minutes;
    below 0 where it is quicker, None where everybody's take none."""
    return None if not one.everybody.minutes else one.here.minutes / one.everybody.minutes - 1


def _of_task(one: Beside) -> list[Difference]:
    here, everybody = one.here, one.everybody
    found: list[Difference] = []
    more = time_beside(one)
    if more is not None and not SHORTER < 1 + more < LONGER:
        kind = Kind.LONGER if more > 0 else Kind.SHORTER
        found.append(_pair(kind, one.task, here.minutes, everybody.minutes))
    pairs = (
        (here.frustration, everybody.frustration, Kind.MORE_FRUSTRATING, Kind.LESS_FRUSTRATING),
        (here.wish, everybody.wish, Kind.MORE_PERSON, Kind.MORE_AI),
    )
    for ours, theirs, above, below in pairs:
        if ours is not None and theirs is not None and abs(ours - theirs) >= STEPS:
            found.append(_pair(above if ours > theirs else below, one.task, ours, theirs))
    if here.wishes == Agreement.ALIKE and everybody.wishes == Agreement.APART:
        found.append(Difference(kind=Kind.AGREED, figures={"task": one.task}))
    return found


def _pair(kind: Kind, task: str, here: float, everybody: float) -> Difference:
    return Difference(kind=kind, figures={"task": task, "here": here, "all": everybody})
