"""What people said of tasks, and what may be told of them: the shapes."""

from dataclasses import dataclass
from enum import StrEnum

from samspil.core.audit.answers import Given


class Agreement(StrEnum):
    """How much colleagues differ about a task."""

    ALIKE = "alike"
    MIXED = "mixed"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A person's answer on a task; person, task and team are ids, the team "" for none.

    `brought` is what somebody brought in for them: whoever did knows it, and could subtract it.
    """

    person: str
    task: str
    team: str
    given: Given
    brought: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of five people or more. `task` is None for all tasks of too few people each;
    `team` is None for everybody. A team's told tasks and what it has in those of too few are apart,
    so that no sum of them leaves single people over.

    `hours` are a week's, of all together; `times` a week and `minutes` each time are means of one
    person. `error_share` (0 to 1), `frustration` and `wish` (1.5 to 4.5, in halves) are means, None
    where too few said. `between_hours` a week go to what touches several systems, None where that
    would single somebody out. `systems` were named by five people or more.
    """

    task: str | None
    team: str | None
    people: int
    hours: float
    times: float
    minutes: float
    error_share: float | None
    frustration: float | None
    wish: float | None
    wishes: Agreement | None
    durations: Agreement | None
    between_hours: float | None
    systems: tuple[str, ...]
