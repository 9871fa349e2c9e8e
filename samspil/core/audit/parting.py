"""Part the rows of a table of many into people, and name what contradicts itself."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from samspil.core.audit.answers import Given
from samspil.core.audit.many import MOST_OF_ONE, BadRows, Problem, Row, titled
from samspil.core.audit.sheets import SLACK, total_hours
from samspil.core.audit.table import BadTable

LEFT_OUT = ""
"""Stands for a task that is not to be taken."""
SHOWN_ROWS = 6
"""So many rows a sentence names one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What is known here: teams that may be named, as they are spelt; what each task's name stands
    for (two that stand for the same are one task); addresses whose answers came before."""

    teams: Sequence[str]
    tasks: Mapping[str, str] = field(default_factory=dict)
    before: Set[str] = frozenset()

    def task_of(self, row: Row) -> str:
        """What the row's task stands for, `LEFT_OUT` for nothing."""
        return self.tasks.get(row.title, row.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody by a running number. `team` and `address` are "" for none; answers are by what their
    task stands for."""

    number: int
    team: str
    address: str
    week: float
    answers: Mapping[str, Given]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """The people of a table, and what is wrong with rows that are left out."""

    people: Sequence[Person]
    wrong: Sequence[BadTable]


def parted(rows: Sequence[Row], here: Here) -> Parted:
    """The people whose rows these are; whoever has no row left is none of them."""
    wrong: list[BadTable] = []
    fit = _fitting(rows, here, wrong)
    people: list[Person] = []
    for some in _by_person(fit):
        answers = _answers(some, here, wrong)
        total, week = total_hours(list(answers.values())), some[0].week
        if len(answers) > MOST_OF_ONE:
            wrong.append(BadRows(Problem.MANY_OF_ONE, rows=_numbers(some), most=MOST_OF_ONE))
        elif total > week * (1 + SLACK):
            hours = round(total, 1)
            wrong.append(
                BadRows(Problem.MORE_THAN_WEEK, rows=_numbers(some), hours=hours, week=week)
            )
        elif answers:
            people.append(
                Person(
                    number=len(people) + 1, team=some[0].team, week=week, answers=answers,
                    address=next((one.address for one in some if one.address), ""),
                )
            )  # fmt: skip
    return Parted(people=people, wrong=wrong)


def numbered(rows: Sequence[Row]) -> list[Row]:
    """The same rows with running numbers in place of labels."""
    numbers = {one: str(at) for at, one in enumerate(dict.fromkeys(r.person for r in rows), 1)}
    return [replace(one, person=numbers[one.person]) for one in rows]


def _fitting(rows: Sequence[Row], here: Here, wrong: list[BadTable]) -> list[Row]:
    """Rows whose team is known and whose team and address agree with the person's first."""
    teams = {titled(one): one for one in here.teams}
    before = {row.person for row in rows if row.address in here.before}
    first: dict[str, Row] = {}
    addressed: dict[str, str] = {}
    owners: dict[str, str] = {}
    fit = []
    for row in rows:
        problem = Problem.BEFORE if row.person in before else _problem(
            row, first.get(row.person), addressed, owners
        )  # fmt: skip
        if problem is None and row.team and titled(row.team) not in teams:
            cell, known = row.team[:60], ", ".join(here.teams)
            wrong.append(
                BadRows(Problem.UNKNOWN_TEAM, row=row.number, cell=cell, teams=known)
            )  # fmt: skip
        elif problem is not None:
            wrong.append(BadRows(problem, row=row.number))
        else:
            first.setdefault(row.person, row)
            if row.address:
                addressed.setdefault(row.person, row.address)
                owners.setdefault(row.address, row.person)
            fit.append(replace(row, team=teams.get(titled(row.team), "")))
    return fit


def _problem(
    row: Row, first: Row | None, addressed: Mapping[str, str], owners: Mapping[str, str]
) -> Problem | None:
    if first is not None and titled(first.team) != titled(row.team):
        return Problem.TEAMS
    if not row.address:
        return None
    if addressed.get(row.person, row.address) != row.address:
        return Problem.ADDRESSES
    return Problem.SAME_ADDRESS if owners.get(row.address, row.person) != row.person else None


def _by_person(rows: Sequence[Row]) -> Iterator[list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.person, []).append(row)
    yield from found.values()


def _answers(rows: Sequence[Row], here: Here, wrong: list[BadTable]) -> dict[str, Given]:
    """A person's answers by task; what stands there twice alike counts once, else not at all."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if (task := here.task_of(row)) != LEFT_OUT:
            found.setdefault(task, []).append(row)
    answers = {}
    for task, some in found.items():
        if all(_alike(one.given, some[0].given) for one in some):
            answers[task] = some[0].given
            wrong += [BadRows(Problem.TWICE, row=one.number) for one in some[1:]]
        else:
            wrong.append(BadRows(Problem.CONTRADICTS, rows=_numbers(some)))
    return answers


def _alike(one: Given, other: Given) -> bool:
    return replace(one, title="") == replace(other, title="")


def _numbers(rows: Sequence[Row]) -> str:
    numbers = [str(one.number) for one in rows]
    return ", ".join(numbers[:SHOWN_ROWS]) + (", …" if len(numbers) > SHOWN_ROWS else "")
