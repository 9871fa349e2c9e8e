"""A table of tasks becomes answers: a row for each task, and every row that cannot be so named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.audit.answers import BadAnswer, Given, Per, check_answer

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "title": ("task", "opgave", "aufgabe"),
    "times": ("times", "gange", "hvor mange gange", "male", "wie viele male", "antal"),
    "per": ("per", "in", "om", "zeitraum", "period", "periode"),
    "minutes": ("minutes", "minutter", "minuten"),
    "error_share": ("errors_in_100", "errors in 100", "fejl af 100", "fehler von 100"),
    "frustration": ("frustration", "frust"),
    "wish": ("wish", "ønske", "wunsch"),
    "systems": ("systems", "systemer", "systeme"),
}
"""What a column may be called, our own name first."""
PERS: Mapping[str, Per] = {
    **{one.value: one for one in Per},
    "dag": Per.DAY, "tag": Per.DAY, "daily": Per.DAY, "dagligt": Per.DAY, "täglich": Per.DAY,
    "uge": Per.WEEK, "woche": Per.WEEK, "weekly": Per.WEEK, "ugentligt": Per.WEEK,
    "wöchentlich": Per.WEEK, "måned": Per.MONTH, "monat": Per.MONTH, "monthly": Per.MONTH,
    "månedligt": Per.MONTH, "monatlich": Per.MONTH, "kvartal": Per.QUARTER, "quartal": Per.QUARTER,
    "år": Per.YEAR, "jahr": Per.YEAR, "yearly": Per.YEAR, "årligt": Per.YEAR, "jährlich": Per.YEAR,
}  # fmt: skip
Places = Mapping[str, int | None]
MOST_ROWS = 100
HUNDRED = 100


class Problem(StrEnum):
    """Why a table, or a row of it, cannot be taken."""

    NO_COLUMNS = "no_columns"
    TOO_MANY = "too_many"
    NO_NUMBER = "no_number"
    NO_PERIOD = "no_period"
    TWICE = "twice"
    ROW = "row"


WORDS = {
    Problem.NO_COLUMNS: "The first row must name the columns: task, times, per and minutes; and if "
    "you like errors_in_100, frustration, wish and systems.",
    Problem.TOO_MANY: "There are more than {most} rows: put some small tasks together.",
    Problem.NO_NUMBER: "Row {row}: “{cell}” is no number.",
    Problem.NO_PERIOD: "Row {row}: “{cell}” must be day, week, month, quarter or year.",
    Problem.TWICE: "Row {row}: this task stands there twice. Keep one of them.",
    Problem.ROW: "Row {row}: {fault}",
}
"""English sentences; translations use them as their keys."""


class BadTable(ValueError):
    """The table, or a row of it, cannot be taken; `words` is filled by `figures`, and by what the
    `fault` says where an answer cannot be so."""

    def __init__(
        self, problem: Problem, *, fault: BadAnswer | None = None, **figures: str | float
    ) -> None:
        super().__init__(problem)
        self.problem, self.words, self.figures, self.fault = (
            problem, WORDS[problem], figures, fault,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a table says: answers that may be taken, and what is wrong with each other row."""

    answers: Sequence[Given]
    wrong: Sequence[BadTable]


def brought(table: Iterable[Sequence[str]]) -> Brought:
    """Read a table, header first. Raises `BadTable` where it cannot be read at all."""
    rows = iter(table)
    places = places_in(next(rows, ()), COLUMNS)
    if any(places[name] is None for name in ("title", "times", "minutes")):
        raise BadTable(Problem.NO_COLUMNS)
    answers: list[Given] = []
    wrong: list[BadTable] = []
    seen: set[str] = set()
    for row, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(answers) + len(wrong) >= MOST_ROWS:
            raise BadTable(Problem.TOO_MANY, most=MOST_ROWS)
        try:
            answers.append(_once(answer_in(cells, places, row=row), row=row, seen=seen))
        except BadTable as why:
            wrong.append(why)
    return Brought(answers=answers, wrong=wrong)


def places_in(header: Sequence[str], columns: Mapping[str, tuple[str, ...]]) -> Places:
    """Where each column stands, by its names; None for those that are not there."""
    called = [cell.strip().casefold() for cell in header]
    return {
        name: next((at for at, cell in enumerate(called) if cell in names), None)
        for name, names in columns.items()
    }


def cell_in(cells: Sequence[str], places: Places, name: str) -> str:
    """What stands in a column of this row, "" where there is nothing."""
    place = places[name]
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _once(given: Given, *, row: int, seen: set[str]) -> Given:
    if given.title.casefold() in seen:
        raise BadTable(Problem.TWICE, row=row)
    seen.add(given.title.casefold())
    return given


def answer_in(cells: Sequence[str], places: Places, *, row: int) -> Given:
    """What a row says of a task; raises `BadTable` where it cannot be so."""

    def cell(name: str) -> str:
        return cell_in(cells, places, name)

    share = number_in(cell("error_share"), row=row)
    given = Given(
        title=" ".join(cell("title").split()),
        times=number_in(cell("times"), row=row),
        per=_per(cell("per"), row=row),
        minutes=number_in(cell("minutes"), row=row),
        error_share=None if share is None else share / HUNDRED,
        frustration=_step(cell("frustration"), row=row),
        wish=_step(cell("wish"), row=row),
        systems=tuple(one.strip() for one in cell("systems").split(",") if one.strip()),
    )
    try:
        check_answer(given)
    except BadAnswer as why:
        raise BadTable(Problem.ROW, row=row, fault=why) from None
    return given


def number_in(cell: str, *, row: int) -> float | None:
    """A cell as a number, None where it is empty; raises `BadTable`."""
    if not cell:
        return None
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        raise BadTable(Problem.NO_NUMBER, row=row, cell=cell[:40]) from None


def _step(cell: str, *, row: int) -> int | None:
    """A step of a scale, which may be followed by words: “2: AI, and I look at it”."""
    first = cell.partition(":")[0].strip().removeprefix("H").removeprefix("h")
    number = number_in(first, row=row)
    if number is None:
        return None
    if not abs(number) < HUNDRED or number != int(number):
        raise BadTable(Problem.NO_NUMBER, row=row, cell=cell[:40])
    return int(number)


def _per(cell: str, *, row: int) -> Per:
    if not cell:
        return Per.WEEK
    if cell.casefold() not in PERS:
        raise BadTable(Problem.NO_PERIOD, row=row, cell=cell[:40])
    return PERS[cell.casefold()]
