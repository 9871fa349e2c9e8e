"""Figures of some people's answers beside others', each only where it singles nobody out.

Means go in steps that leave room for doubt. Whatever is told of these and of all tells the others
too, so both must be enough, also without those whose answers somebody brought in.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import fmean, pstdev

from samspil.core.anonymity import enough
from samspil.core.audit.answers import hours_a_week, times_a_week
from samspil.core.audit.said import Agreement, Said, Told

STEP = 0.5
"""Hours and scales are told in halves."""
NEAR, FAR = 0.75, 1.25
"""Spread of wishes, as standard deviation, up to which people agree and from which they differ."""
NEAR_TIME, FAR_TIME = 0.35, 0.8
"""The same of minutes, as a share of their mean."""
LOWEST, HIGHEST = 1.5, 4.5
"""A mean at the end of a scale would tell what everybody said; it is told as this."""


def counted(
    answers: Sequence[Said], *, others: Sequence[Said], task: str | None, team: str | None
) -> Told:
    """What is told of these answers, whose `others` on the task are told with them elsewhere."""
    given = [one.given for one in answers]
    minutes = [one.minutes or 0 for one in given]
    of_one = answers if task else ()  # of several tasks, one person's answers may be many
    wishes = _values(of_one, "wish")
    wish = _mean(of_one, others, "wish")
    return Told(
        task=task,
        team=team,
        people=people_in(answers),
        hours=_stepped(sum(map(hours_a_week, given))),
        times=round(fmean(map(times_a_week, given)), 1),
        minutes=float(round(fmean(minutes))),
        error_share=_share(of_one, others),
        frustration=_mean(of_one, others, "frustration"),
        wish=wish,
        wishes=None if wish is None else _agreement(pstdev(wishes), NEAR, FAR),
        durations=_agreement(pstdev(minutes) / fmean(minutes), NEAR_TIME, FAR_TIME),
        between_hours=_between(answers, others),
        systems=_systems(answers),
    )


def people_in(answers: Iterable[Said]) -> int:
    """How many people gave these answers."""
    return len({one.person for one in answers})


def _values(answers: Sequence[Said], name: str) -> list[float]:
    return [value for one in answers if (value := getattr(one.given, name)) is not None]


def _who_said(answers: Sequence[Said], name: str) -> list[Said]:
    return [one for one in answers if getattr(one.given, name) is not None]


def _enough(answers: Sequence[Said]) -> bool:
    """Whether they are enough people, also without those whose answers were brought in."""
    themselves = people_in([one for one in answers if not one.brought])
    return enough(people_in(answers)) and (not themselves or enough(themselves))


def _both_enough(answers: Sequence[Said], beside: Sequence[Said]) -> bool:
    """Whether neither these nor those who are left are too few."""
    return _enough(answers) and (not beside or _enough(beside))


def _mean(answers: Sequence[Said], others: Sequence[Said], name: str) -> float | None:
    if not _both_enough(_who_said(answers, name), _who_said(others, name)):
        return None
    return min(max(_stepped(fmean(_values(answers, name))), LOWEST), HIGHEST)


def _share(answers: Sequence[Said], others: Sequence[Said]) -> float | None:
    name = "error_share"
    if not _both_enough(_who_said(answers, name), _who_said(others, name)):
        return None
    return round(round(fmean(_values(answers, name)) * 20) / 20, 2)


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
    left = [one for one in answers if not one.given.between_systems]
    elsewhere = [one for one in others if one.given.between_systems]
    if not _both_enough(across, left) or not _both_enough(across, elsewhere):
        return None
    return _stepped(sum(hours_a_week(one.given) for one in across))


def _systems(answers: Sequence[Said]) -> tuple[str, ...]:
    """Systems that enough people named, of those who did so themselves or of those brought in."""
    named: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    spelt: dict[str, str] = {}
    for one in answers:
        for system in one.given.systems:
            named[system.casefold()][one.brought].add(one.person)
            spelt.setdefault(system.casefold(), system)
    return tuple(
        spelt[key]
        for key, (themselves, brought) in sorted(named.items())
        if enough(len(themselves)) or enough(len(brought))
    )
