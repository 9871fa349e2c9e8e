"""What may be told of many people's answers, settled once when a round is over.

Nobody's answer can be found by subtracting: of each task the people are parted into teams by
`frozen`, what few people do is put together, and means go in steps that leave room for doubt.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, pstdev

from samspil.core.anonymity import enough, frozen
from samspil.core.audit.answers import Given, hours_a_week, times_a_week
from samspil.core.shares import Share

STEP = 0.5
"""Hours and scales are told in halves."""
NEAR, FAR = 0.75, 1.25
"""Spread of wishes, as standard deviation, up to which people agree and from which they differ."""
NEAR_TIME, FAR_TIME = 0.35, 0.8
"""The same of minutes, as a share of their mean."""
LOWEST, HIGHEST = 1.5, 4.5
"""A mean at the end of a scale would tell what everybody said; it is told as this."""


class Agreement(StrEnum):
    """How much colleagues differ about a task."""

    ALIKE = "alike"
    MIXED = "mixed"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A person's answer on a task; person, task and team are ids, the team "" for none."""

    person: str
    task: str
    team: str
    given: Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of five people or more. `task` is None for all tasks of too few people each;
    `team` is None for everybody.

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


def settled(said: Iterable[Said]) -> list[Told]:
    """Everything that may be told of these answers; nothing of fewer than five people."""
    by_task: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_task[one.task].append(one)
    told: list[Told] = []
    rest: list[Said] = []
    for task, answers in by_task.items():
        if not enough(_people(answers)):
            rest += answers
            continue
        told.append(_told(answers, others=(), task=task, team=None))
        told += _of_teams(answers, task)
    if enough(_people(rest)):
        told.append(_told(rest, others=(), task=None, team=None))
    return told


def _of_teams(answers: Sequence[Said], task: str) -> list[Told]:
    """The teams that may be told by themselves, beside everybody."""
    counts: Mapping[tuple[str, ...], Share] = {
        (team,): Share(hits=0, n=n) for team, n in Counter(one.team for one in answers).items()
    }
    cells = frozen(counts, by=("team",), secret=False).cells
    alone = [team for cell in cells if len(cell.among[0]) == 1 for team in cell.among[0]]
    return [
        _told(
            [one for one in answers if one.team == team],
            others=[one for one in answers if one.team != team],
            task=task,
            team=team,
        )
        for team in alone
        if team
    ]


def _told(
    answers: Sequence[Said], *, others: Sequence[Said], task: str | None, team: str | None
) -> Told:
    given = [one.given for one in answers]
    minutes = [one.minutes or 0 for one in given]
    of_one = answers if task else ()  # of several tasks, one person's answers may be many
    wishes = _values(of_one, "wish")
    wish = _mean(wishes, _values(others, "wish"))
    return Told(
        task=task,
        team=team,
        people=_people(answers),
        hours=_stepped(sum(map(hours_a_week, given))),
        times=round(fmean(map(times_a_week, given)), 1),
        minutes=float(round(fmean(minutes))),
        error_share=_share(_values(of_one, "error_share"), _values(others, "error_share")),
        frustration=_mean(_values(of_one, "frustration"), _values(others, "frustration")),
        wish=wish,
        wishes=None if wish is None else _agreement(pstdev(wishes), NEAR, FAR),
        durations=_agreement(pstdev(minutes) / fmean(minutes), NEAR_TIME, FAR_TIME),
        between_hours=_between(answers, others),
        systems=_systems(answers),
    )


def _people(answers: Iterable[Said]) -> int:
    return len({one.person for one in answers})


def _values(answers: Sequence[Said], name: str) -> list[float]:
    return [value for one in answers if (value := getattr(one.given, name)) is not None]


def _both_enough(n: int, beside: int) -> bool:
    """Whether neither these nor those who are left are too few."""
    return enough(n) and (not beside or enough(beside))


def _mean(values: Sequence[float], others: Sequence[float]) -> float | None:
    if not _both_enough(len(values), len(others)):
        return None
    return min(max(_stepped(fmean(values)), LOWEST), HIGHEST)


def _share(values: Sequence[float], others: Sequence[float]) -> float | None:
    if not _both_enough(len(values), len(others)):
        return None
    return round(round(fmean(values) * 20) / 20, 2)


def _stepped(value: float) -> float:
    return round(value / STEP) * STEP


def _agreement(spread: float, near: float, far: float) -> Agreement:
    if spread < near:
        return Agreement.ALIKE
    return Agreement.MIXED if spread < far else Agreement.APART


def _between(answers: Sequence[Said], others: Sequence[Said]) -> float | None:
    """Hours that go to what touches several systems, unless it is of few or leaves few."""
    across = [one for one in answers if one.given.between_systems]
    if not across:
        return 0.0
    left = _people(answers) - _people(across)
    elsewhere = _people([one for one in others if one.given.between_systems])
    if not _both_enough(_people(across), left) or not _both_enough(_people(across), elsewhere):
        return None
    return _stepped(sum(hours_a_week(one.given) for one in across))


def _systems(answers: Sequence[Said]) -> tuple[str, ...]:
    named: dict[str, set[str]] = defaultdict(set)
    spelt: dict[str, str] = {}
    for one in answers:
        for system in one.given.systems:
            named[system.casefold()].add(one.person)
            spelt.setdefault(system.casefold(), system)
    return tuple(spelt[key] for key, people in sorted(named.items()) if enough(len(people)))
