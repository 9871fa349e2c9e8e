"""A table of decisions by group becomes counts: nothing of a single decision is left of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.anonymity import Counts, frozen
from samspil.core.shares import Share

LONGEST = 60
MOST_GROUPS, MOST_CASES = 20, 100_000
"""More groups are hardly groups, and more cases of one take too long to compare exactly."""
GROUP = {"group", "groups", "gruppe", "grupper", "gruppen"}
SELECTED = {"selected", "yes", "outcomes", "udvalgt", "ja", "ausgewählt"}
ALL = {"all", "of", "total", "cases", "i alt", "alle", "sager", "gesamt", "insgesamt", "fälle"}
OUTCOME = {
    "outcome", "result", "decision", "udfald", "resultat", "afgørelse", "ergebnis", "entscheidung",
}  # fmt: skip
"""What columns may be called."""
YES = {"yes", "y", "1", "true", "x", "selected", "ja", "j", "sand", "udvalgt", "wahr", "ausgewählt"}
NO = {"no", "n", "0", "false", "nej", "falsk", "nein", "falsch", ""}


class Problem(StrEnum):
    """Why a table cannot be counted."""

    NO_COLUMNS = "no_columns"
    NO_COUNT = "no_count"
    MORE_THAN_ALL = "more_than_all"
    NO_OUTCOME = "no_outcome"
    TWICE = "twice"
    TOO_LONG = "too_long"
    TOO_MANY_GROUPS = "too_many_groups"
    TOO_MANY_CASES = "too_many_cases"
    ONE_GROUP = "one_group"
    TOO_FEW = "too_few"


WORDS = {
    Problem.NO_COLUMNS: "The first row must name the columns: group, selected and all; or group "
    "and outcome, with one row for each decision.",
    Problem.NO_COUNT: "Row {row}: selected and all must be whole numbers, none below 0.",
    Problem.MORE_THAN_ALL: "Row {row}: more were selected than there are.",
    Problem.NO_OUTCOME: "Row {row}: the outcome must be yes or no.",
    Problem.TWICE: "Row {row}: this group stands there twice. Add its rows up.",
    Problem.TOO_LONG: "Row {row}: a group's name has at most {most} characters.",
    Problem.TOO_MANY_GROUPS: "There are more than {most} groups. Is it the right column?",
    Problem.TOO_MANY_CASES: "A group may have at most {most} decisions.",
    Problem.ONE_GROUP: "There must be two groups at least, each with a decision.",
    Problem.TOO_FEW: "There must be two groups of five decisions or more, else single people could "
    "be recognised.",
}
"""English sentences; translations use the same sentences as their keys."""


class BadGroups(ValueError):
    """The table cannot be counted; `words` is a sentence, filled by `figures`."""

    def __init__(self, problem: Problem, **figures: int) -> None:
        super().__init__(WORDS[problem].format(**figures))
        self.problem, self.words, self.figures = problem, WORDS[problem], figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Of each group, for how many something came out; `unknown` decisions named no group."""

    groups: Mapping[str, Share]
    unknown: int


def counted(table: Iterable[Sequence[str]]) -> Counted:
    """What a table says, header first: counts by group, or one row for each decision.

    Raises `BadGroups`.
    """
    rows = iter(table)
    columns = [_plain(cell).casefold() for cell in next(rows, ())]
    group, selected, all_ = (_place(columns, names) for names in (GROUP, SELECTED, ALL))
    outcome = _place(columns, OUTCOME)
    numbered = [(row, cells) for row, cells in enumerate(rows, start=2) if any(map(_plain, cells))]
    if group is not None and selected is not None and all_ is not None:
        found = _of_counts(numbered, group, selected, all_)
    elif group is not None and outcome is not None:
        found = _of_decisions(numbered, group, outcome)
    else:
        raise BadGroups(Problem.NO_COLUMNS)
    return _checked(found)


def told_groups(counted: Counted) -> dict[str, Share]:
    """The groups that may be told: small ones are put together, or with the next smallest.

    Raises `BadGroups` where fewer than two are left.
    """
    by_traits: Counts = {(name,): share for name, share in counted.groups.items()}
    cells = frozen(by_traits, by=("group",), secret=False).cells
    if len(cells) < 2:
        raise BadGroups(Problem.TOO_FEW)
    return {", ".join(sorted(cell.among[0])): cell.share for cell in cells}


def _of_counts(
    rows: Iterable[tuple[int, Sequence[str]]], group: int, selected: int, all_: int
) -> dict[str, Share]:
    found: dict[str, Share] = {}
    names: dict[str, str] = {}
    for row, cells in rows:
        name = _name(cells, group, row, names)
        if name in found:
            raise BadGroups(Problem.TWICE, row=row)
        hits, n = _count(_cell(cells, selected), row), _count(_cell(cells, all_), row)
        if hits > n:
            raise BadGroups(Problem.MORE_THAN_ALL, row=row)
        found[name] = Share(hits=hits, n=n)
    return found


def _of_decisions(
    rows: Iterable[tuple[int, Sequence[str]]], group: int, outcome: int
) -> dict[str, Share]:
    hits: dict[str, int] = {}
    many: dict[str, int] = {}
    names: dict[str, str] = {}
    for row, cells in rows:
        name, said = _name(cells, group, row, names), _plain(_cell(cells, outcome)).casefold()
        if said not in YES | NO:
            raise BadGroups(Problem.NO_OUTCOME, row=row)
        many[name] = many.get(name, 0) + 1
        hits[name] = hits.get(name, 0) + (said in YES)
        if len(many) > MOST_GROUPS + 1:
            raise BadGroups(Problem.TOO_MANY_GROUPS, most=MOST_GROUPS)
    return {name: Share(hits=hits[name], n=n) for name, n in many.items()}


def _checked(found: dict[str, Share]) -> Counted:
    unknown = found.pop("", Share(hits=0, n=0)).n
    groups = {name: share for name, share in found.items() if share.n}
    if len(groups) < 2:
        raise BadGroups(Problem.ONE_GROUP)
    if len(groups) > MOST_GROUPS:
        raise BadGroups(Problem.TOO_MANY_GROUPS, most=MOST_GROUPS)
    if any(share.n > MOST_CASES for share in groups.values()):
        raise BadGroups(Problem.TOO_MANY_CASES, most=MOST_CASES)
    return Counted(groups=groups, unknown=unknown)


def _name(cells: Sequence[str], place: int, row: int, names: dict[str, str]) -> str:
    """A group's name as it was first written; upper and lower case are the same."""
    name = _plain(_cell(cells, place))
    if len(name) > LONGEST:
        raise BadGroups(Problem.TOO_LONG, row=row, most=LONGEST)
    return names.setdefault(name.casefold(), name)


def _count(cell: str, row: int) -> int:
    said = _plain(cell)
    if not (said.isascii() and said.isdecimal() and len(said) <= len(str(MOST_CASES)) + 3):
        raise BadGroups(Problem.NO_COUNT, row=row)
    return int(said)


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _plain(cell: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in cell).split())


def _place(columns: Sequence[str], names: set[str]) -> int | None:
    return next((place for place, name in enumerate(columns) if name in names), None)
