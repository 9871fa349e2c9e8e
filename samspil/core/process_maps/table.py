"""A table of steps becomes a map: a row for each, and every row that cannot be so is named."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.process_maps.drafting import Draft, Drafted, Way, in_a_row
from samspil.core.process_maps.faults import MOST_LINES, MOST_STEPS, Fault, Unfit
from samspil.core.process_maps.saying import HUNDRED, ROUNDING, Said, fit_name, fit_owner

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("step", "trin", "schritt"),
    "minutes": ("minutes", "minutter", "minuten"),
    "waiting": ("waiting", "ventetid", "wartezeit"),
    "errors": ("errors_in_100", "errors in 100", "fejl af 100", "fehler von 100"),
    "ai_share": ("ai_in_100", "ai in 100", "ai af 100", "ki von 100"),
    "owner": ("owner", "ejer", "verantwortlich"),
    "next": ("next", "næste", "nächste", "nächster"),
}
"""What a column may be called, our own name first."""
PARTED = "|"
"""What stands between two steps in a cell of `next`."""
WEIGHTED = re.compile(r"(.+?)\s*\(\s*([0-9]+(?:[.,][0-9]+)?)\s*%?\s*\)")
MOST_ROWS = 1_000


class Problem(StrEnum):
    """Why a table, or a row of it, cannot be taken."""

    NO_COLUMNS = "no_columns"
    NO_ROWS = "no_rows"
    TOO_MANY = "too_many"
    NO_NUMBER = "no_number"
    NO_STEP = "no_step"
    ROW = "row"


WORDS = {
    Problem.NO_COLUMNS: "The first row must name the columns: step; and if you like minutes, "
    "waiting, errors_in_100, ai_in_100, owner and next.",
    Problem.NO_ROWS: "There is no step in it: write one row for each.",
    Problem.TOO_MANY: "There are more than {most} rows: make two maps of it.",
    Problem.NO_NUMBER: "Row {row}: “{cell}” is no number.",
    Problem.NO_STEP: "Row {row}: “{cell}” is no step of this table.",
    Problem.ROW: "Row {row}: {fault}",
}
"""English sentences; translations use them as their keys."""


class BadTable(ValueError):
    """The table, or a row of it, cannot be taken; `words` is filled by `figures`, and by what the
    `fault` says."""

    def __init__(self, problem: Problem, *, fault: Unfit | None = None, **figures: str | int):
        super().__init__(problem)
        self.problem, self.words = problem, WORDS[problem]
        self.figures, self.fault = figures, fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a table says: the map, and what is wrong with each row that cannot be so."""

    draft: Draft
    wrong: Sequence[BadTable]


def brought(table: Iterable[Sequence[str]]) -> Brought:
    """Read a table, header first. Raises `BadTable` where it cannot be read at all."""
    rows = iter(table)
    header = [cell.strip().casefold() for cell in next(rows, ())]
    places = {
        name: next((at for at, cell in enumerate(header) if cell in names), None)
        for name, names in COLUMNS.items()
    }
    if places["name"] is None:
        raise BadTable(Problem.NO_COLUMNS)
    return _Reading(places).of(rows)


class _Reading:
    """A table under way: steps by their rows, and what is wrong."""

    def __init__(self, places: Mapping[str, int | None]) -> None:
        self.places = places
        self.steps: list[Drafted] = []
        self.following: list[tuple[int, str]] = []
        self.wrong: list[BadTable] = []

    def of(self, rows: Iterator[Sequence[str]]) -> Brought:
        for row, cells in enumerate(rows, start=2):
            if any(cell.strip() for cell in cells):
                self._take(row, cells)
        if not self.steps and not self.wrong:
            raise BadTable(Problem.NO_ROWS)
        ways = self._ways() if self.places["next"] is not None else in_a_row(len(self.steps))
        if len(ways) > MOST_LINES:
            fault = Unfit(Fault.MANY_LINES, most=MOST_LINES)
            self.wrong.append(BadTable(Problem.ROW, row=self.following[-1][0], fault=fault))
        return Brought(draft=Draft(steps=self.steps, ways=ways), wrong=self.wrong)

    def _take(self, row: int, cells: Sequence[str]) -> None:
        if len(self.steps) >= MOST_STEPS or len(self.wrong) >= MOST_ROWS:
            raise BadTable(Problem.TOO_MANY, most=MOST_STEPS)

        def cell(name: str) -> str:
            place = self.places[name]
            return cells[place].strip() if place is not None and place < len(cells) else ""

        try:
            step = Drafted(
                name=fit_name(cell("name"), [one.name for one in self.steps]),
                owner=fit_owner(cell("owner")),
                said=Said(
                    minutes=_number(cell("minutes"), row=row),
                    waiting=_number(cell("waiting"), row=row),
                    errors=_share(cell("errors"), row=row),
                    ai_share=_share(cell("ai_share"), row=row),
                ),
            )
        except Unfit as why:
            self.wrong.append(BadTable(Problem.ROW, row=row, fault=why))
        except BadTable as why:
            self.wrong.append(why)
        else:
            self.steps.append(step)
            self.following.append((row, cell("next")))

    def _ways(self) -> list[Way]:
        places = {one.name.casefold(): at for at, one in enumerate(self.steps)}
        found: list[Way] = []
        for at, (row, text) in enumerate(self.following):
            try:
                found += _out_of(at, text, places, row=row, name=self.steps[at].name)
            except BadTable as why:
                self.wrong.append(why)
        return found


def _out_of(at: int, text: str, places: Mapping[str, int], *, row: int, name: str) -> list[Way]:
    """The ways that a cell names: steps with “|” between them, and shares like “Decide (80)”."""
    found: dict[int, float | None] = {}
    for part in filter(None, (" ".join(one.split()) for one in text.split(PARTED))):
        step, share = part, None
        weighted = WEIGHTED.fullmatch(part)
        if part.casefold() not in places and weighted:
            step, share = weighted[1], float(weighted[2].replace(",", ".")) / HUNDRED
        if step.casefold() not in places:
            raise BadTable(Problem.NO_STEP, row=row, cell=step[:40])
        found[places[step.casefold()]] = share
    total = sum(share or 0.0 for share in found.values())
    if total > 1 + ROUNDING:
        fault = Unfit(Fault.OUT, name=name, n=round(HUNDRED * min(total, HUNDRED)))
        raise BadTable(Problem.ROW, row=row, fault=fault)
    return [(at, target, share) for target, share in found.items()]


def _number(cell: str, *, row: int) -> float | None:
    if not cell:
        return None
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        raise BadTable(Problem.NO_NUMBER, row=row, cell=cell[:40]) from None


def _share(cell: str, *, row: int) -> float | None:
    number = _number(cell.rstrip("% "), row=row)
    return None if number is None else number / HUNDRED
