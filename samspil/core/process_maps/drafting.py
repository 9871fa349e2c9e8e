"""A map before it is kept: steps in their order, and the ways between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from samspil.core.process_maps.faults import MOST_STEPS, Fault, Unfit
from samspil.core.process_maps.saying import Said, fit_name

Way = tuple[int, int, float | None]
"""From step to step, by their places, and the share (0 to 1); None where nobody said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A step; `owner` is the name of a team or role, `activity` its name in an event log."""

    name: str
    said: Said = field(default_factory=Said)
    owner: str = ""
    activity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Steps and ways; `joined` is how many activities of a log stand together as one step."""

    steps: Sequence[Drafted]
    ways: Sequence[Way]
    joined: int = 0


def in_a_row(n: int) -> list[Way]:
    """Each step goes on to the next."""
    return [(at, at + 1, None) for at in range(n - 1)]


def listed(text: str) -> Draft:
    """A map of one step for each line. Raises `Unfit`: names twice, too long, too many."""
    steps: list[Drafted] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        if len(steps) >= MOST_STEPS:
            raise Unfit(Fault.MANY_STEPS, field="lines", most=MOST_STEPS)
        name = fit_name(line, [one.name for one in steps], field="lines")
        steps.append(Drafted(name=name))
    return Draft(steps=steps, ways=in_a_row(len(steps)))
