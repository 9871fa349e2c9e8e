"""What may be told of many people's answers, settled once when a round is over.

Nobody's answer can be found by subtracting: of each task the people are parted into teams by
`frozen`, and what few people do is put together. Whoever brought answers in knows those, so that
what people said themselves has to be enough by itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from samspil.core.anonymity import enough, frozen
from samspil.core.audit.counting import counted, people_in
from samspil.core.audit.said import Said, Told
from samspil.core.shares import Share


def settled(said: Iterable[Said]) -> list[Told]:
    """Everything that may be told of these answers; nothing of fewer than five people."""
    by_task: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_task[one.task].append(one)
    told: list[Told] = []
    rest: list[Said] = []
    for task, all_of_it in by_task.items():
        answers, few = _apart(all_of_it)
        rest += few
        if not answers:
            continue
        told.append(counted(answers, others=(), task=task, team=None))
        told += _of_teams(answers, task)
    rest, _few = _apart(rest)
    if rest:
        told.append(counted(rest, others=(), task=None, team=None))
        told += _of_teams(rest, None)
    return told


def _apart(answers: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """What may be told together, and what is of too few people.

    One to four who said it themselves, among many whose answers were brought in, are too few:
    whoever brought those in would know the others'.
    """
    brought = [one for one in answers if one.brought]
    themselves = [one for one in answers if not one.brought]
    if enough(people_in(themselves)):
        return list(answers), []
    return (brought, themselves) if enough(people_in(brought)) else ([], list(answers))


def _of_teams(answers: Sequence[Said], task: str | None) -> list[Told]:
    """The teams that may be told by themselves, beside everybody; also to those who know what was
    brought in."""
    alone = _alone(answers)
    if themselves := [one for one in answers if not one.brought]:
        safe = {*_alone(themselves), *(_teams(answers) - _teams(themselves))}
        alone = [team for team in alone if team in safe]
    return [
        counted(
            [one for one in answers if one.team == team],
            others=[one for one in answers if one.team != team],
            task=task,
            team=team,
        )
        for team in alone
        if team
    ]


def _teams(answers: Iterable[Said]) -> set[str]:
    return {one.team for one in answers}


def _alone(answers: Sequence[Said]) -> list[str]:
    """Teams into which the people may be parted."""
    people = {one.person: one.team for one in answers}
    counts: Mapping[tuple[str, ...], Share] = {
        (team,): Share(hits=0, n=n) for team, n in Counter(people.values()).items()
    }
    cells = frozen(counts, by=("team",), secret=False).cells
    return [team for cell in cells if len(cell.among[0]) == 1 for team in cell.among[0]]
