"""A table of many people's answers, as a company has that asked with a spreadsheet.

A row is what one person says of one task. A label parts the people, so that five can be counted;
it is read and forgotten: what comes out has running numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.audit.answers import Given
from samspil.core.audit.sheets import WEEK_HOURS, BadWeek, check_week
from samspil.core.audit.table import COLUMNS as OF_ONE
from samspil.core.audit.table import BadTable, Places, answer_in, cell_in, number_in, places_in

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": (
        "person", "label", "number", "respondent", "nummer", "nr", "nr.", "svarperson", "deltager",
        "medarbejder", "teilnehmer", "befragte", "mitarbeiter",
    ),
    "team": ("team", "hold", "afdeling", "abteilung", "department"),
    "address": ("address", "email", "e-mail", "mail", "e-mailadresse", "mailadresse", "adresse"),
    "week_hours": (
        "week_hours", "hours a week", "timer om ugen", "stunden je woche", "wochenstunden",
    ),
    **OF_ONE,
}  # fmt: skip
"""What a column may be called, our own name first."""
HEAD = tuple(names[0] for names in COLUMNS.values())
TEAM = HEAD.index("team")
NEEDED = ("person", "title", "times", "minutes")
MOST_ROWS, MOST_PEOPLE, MOST_TITLES, MOST_OF_ONE = 15_000, 1_000, 300, 100


class Problem(StrEnum):
    """Why a table of many, a row of it or a person in it, cannot be taken."""

    NO_COLUMNS = "no_columns"
    NOTHING = "nothing"
    TOO_MANY = "too_many"
    TOO_MANY_PEOPLE = "too_many_people"
    TOO_MANY_TASKS = "too_many_tasks"
    NO_PERSON = "no_person"
    NO_TEAM = "no_team"
    UNKNOWN_TEAM = "unknown_team"
    UNSAID = "unsaid"
    WEEK = "week"
    TEAMS = "teams"
    ADDRESSES = "addresses"
    SAME_ADDRESS = "same_address"
    BEFORE = "before"
    TWICE = "twice"
    CONTRADICTS = "contradicts"
    MORE_THAN_WEEK = "more_than_week"
    MANY_OF_ONE = "many_of_one"


WORDS = {
    Problem.NO_COLUMNS: "The first row must name the columns: person, task, times, per and "
    "minutes; and if you like team, address, week_hours, errors_in_100, frustration, wish and "
    "systems.",
    Problem.NOTHING: "There is no row below the names of the columns.",
    Problem.TOO_MANY: "There are more than {most} rows: divide the table, and keep each person's "
    "rows together.",
    Problem.TOO_MANY_PEOPLE: "There are more than {most} people: divide the table.",
    Problem.TOO_MANY_TASKS: "There are more than {most} different tasks: call the same task the "
    "same.",
    Problem.NO_PERSON: "Row {row}: there is no person. Any label will do, the same in all of their "
    "rows.",
    Problem.NO_TEAM: "Row {row}: the team is empty. Fill it in, or leave the whole column out.",
    Problem.UNKNOWN_TEAM: "Row {row}: there is no team “{cell}” that this round asks. It asks: "
    "{teams}.",
    Problem.UNSAID: "Row {row}: say how many times and how many minutes.",
    Problem.WEEK: "Row {row}: a working week has more than 0 and at most 80 hours.",
    Problem.TEAMS: "Row {row}: this person is in another team further up. Choose one.",
    Problem.ADDRESSES: "Row {row}: this person has another address further up. Choose one.",
    Problem.SAME_ADDRESS: "Row {row}: this address stands with another person further up. Give "
    "them one label.",
    Problem.BEFORE: "Row {row}: answers of this address were brought in before, with another "
    "table. Undo that one first, or leave this person out.",
    Problem.TWICE: "Row {row}: this task stands there twice for one person, with the same figures. "
    "It is counted once.",
    Problem.CONTRADICTS: "Rows {rows}: one person says different things of one task. None of them "
    "is counted.",
    Problem.MORE_THAN_WEEK: "Rows {rows}: the tasks of this person take {hours} hours a week "
    "together, and the week has {week}. The person is left out.",
    Problem.MANY_OF_ONE: "Rows {rows}: one person with more than {most} tasks. The person is left "
    "out.",
}
"""English sentences, each with the way to mend it; translations use them as their keys."""


class BadRows(BadTable):
    """A table of many, or rows of it, cannot be taken; `words` is filled by `figures`."""

    def __init__(self, problem: Problem, **figures: str | float) -> None:
        ValueError.__init__(self, problem)
        self.kind, self.words, self.figures, self.fault = problem, WORDS[problem], figures, None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as it was read. `person` is its label, "" as `team` and `address` for none."""

    number: int
    person: str
    team: str
    address: str
    week: float
    given: Given

    @property
    def title(self) -> str:
        """The task's name as it is compared."""
        return titled(self.given.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A table that was read: rows that can be so, and what is wrong with each other one."""

    rows: Sequence[Row]
    wrong: Sequence[BadTable]

    @property
    def titles(self) -> Mapping[str, str]:
        """Each task as it is first spelt, by its name as it is compared."""
        return {one.title: one.given.title for one in reversed(self.rows)}


def titled(title: str) -> str:
    """A task's name as it is compared: capitals and blanks make no difference."""
    return " ".join(title.casefold().split())


def read_many(table: Iterable[Sequence[str]]) -> Rows:
    """Read a table, header first. Raises `BadTable` where it cannot be read at all."""
    lines = iter(table)
    places = places_in(next(lines, ()), COLUMNS)
    if any(places[name] is None for name in NEEDED):
        raise BadRows(Problem.NO_COLUMNS)
    rows: list[Row] = []
    wrong: list[BadTable] = []
    for number, cells in enumerate(lines, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) + len(wrong) >= MOST_ROWS:
            raise BadRows(Problem.TOO_MANY, most=MOST_ROWS)
        try:
            rows.append(_row(cells, places, number=number))
        except BadTable as why:
            wrong.append(why)
    _check_size(rows, wrong)
    return Rows(rows=rows, wrong=wrong)


def without_empty_teams(lines: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """A table below `HEAD` without the column of teams where no row names one."""
    if any(cells[TEAM] for cells in lines[1:]):
        return lines
    return [(*cells[:TEAM], *cells[TEAM + 1 :]) for cells in lines]


def _check_size(rows: Sequence[Row], wrong: Sequence[BadTable]) -> None:
    if not rows and not wrong:
        raise BadRows(Problem.NOTHING)
    if len({one.person for one in rows}) > MOST_PEOPLE:
        raise BadRows(Problem.TOO_MANY_PEOPLE, most=MOST_PEOPLE)
    if len({one.title for one in rows}) > MOST_TITLES:
        raise BadRows(Problem.TOO_MANY_TASKS, most=MOST_TITLES)


def _row(cells: Sequence[str], places: Places, *, number: int) -> Row:
    person = " ".join(cell_in(cells, places, "person").casefold().split())
    team = " ".join(cell_in(cells, places, "team").split())
    if not person:
        raise BadRows(Problem.NO_PERSON, row=number)
    if not team and places["team"] is not None:
        raise BadRows(Problem.NO_TEAM, row=number)
    given = answer_in(cells, places, row=number)
    if given.times is None or given.minutes is None:
        raise BadRows(Problem.UNSAID, row=number)
    return Row(
        number=number,
        person=person,
        team=team,
        address=cell_in(cells, places, "address").casefold(),
        week=_week(cell_in(cells, places, "week_hours"), number=number),
        given=given,
    )


def _week(cell: str, *, number: int) -> float:
    week = number_in(cell, row=number)
    if week is None:
        return WEEK_HOURS
    try:
        check_week(week)
    except BadWeek:
        raise BadRows(Problem.WEEK, row=number) from None
    return week
