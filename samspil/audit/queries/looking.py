"""What a table of many would bring in, before it does: people, what is wrong, tasks to place."""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samspil.audit.models import Audit, Task
from samspil.audit.queries.brought import brought_before, teams_asked
from samspil.audit.queries.tables import words_of_table
from samspil.audit.queries.tasks import listed_tasks
from samspil.core.anonymity import enough
from samspil.core.audit.library import alike, library_tasks_for, task_at
from samspil.core.audit.many import HEAD, Row, Rows, titled, without_empty_teams
from samspil.core.audit.parting import LEFT_OUT, Here, Person, numbered, parted
from samspil.core.audit.table import HUNDRED

OF_LIST, OF_LIBRARY = "task:", "library:"
"""How it is said that a task's name stands for one on the list, or in the ready library."""
OWN, AWAY = "own", "away"
"""Take it as a task of its own, or leave it out."""
MOST_LISTED, MOST_READY, MOST_PLACED = 2, 3, 60
"""Suggestions for one task, and tasks for which the library is searched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A task of the table that is not on the company's list, and what it may stand for; `chosen`
    is one of the `choices`."""

    field: str
    title: str
    choices: Sequence[tuple[str, str]]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a table would bring in. `wrong` are sentences; `few` names teams of fewer than five."""

    people: Sequence[Person]
    wrong: Sequence[str]
    unplaced: Sequence[Unplaced]
    few: Sequence[str]
    text: str

    @property
    def answers(self) -> int:
        """How many answers the people give together."""
        return sum(len(one.answers) for one in self.people)

    @property
    def enough(self) -> bool:
        """Whether something might be told of these people by themselves."""
        return enough(len(self.people))


def look_at_table(
    rows: Rows, audit: Audit, *, chosen: Mapping[str, str], language: str
) -> Looked:  # fmt: skip
    """What the rows would bring in, where tasks stand for what was `chosen` by their field."""
    listed = {titled(one.title): one for one in listed_tasks()}
    near = alike(
        [title for key, title in rows.titles.items() if key not in listed],
        [one.title for one in listed.values()], most=MOST_LISTED,
    )  # fmt: skip
    unplaced = [
        _unplaced(
            title, listed, near[title], chosen=chosen, language=language,
            search=place < MOST_PLACED,
        )
        for place, (key, title) in enumerate(rows.titles.items())
        if key not in listed
    ]  # fmt: skip
    here = Here(
        teams=[one.name for one in teams_asked(audit)],
        tasks=_stands(rows.titles, listed, unplaced),
        before=brought_before(audit, {one.address for one in rows.rows}),
    )
    found = parted(rows.rows, here)
    teams = Counter(one.team for one in found.people if one.team)
    return Looked(
        people=found.people,
        wrong=[words_of_table(one) for one in (*rows.wrong, *found.wrong)],
        unplaced=unplaced,
        few=sorted(name for name, n in teams.items() if not enough(n)),
        text=_text(rows.rows),
    )


def field_of(title: str) -> str:
    """What a task of the table is called in a form."""
    return f"task-{hashlib.sha256(titled(title).encode()).hexdigest()[:16]}"


def _unplaced(
    title: str, listed: Mapping[str, Task], near: Sequence[str], *, chosen: Mapping[str, str],
    language: str, search: bool,
) -> Unplaced:  # fmt: skip
    ready = library_tasks_for(title, language=language, most=MOST_READY) if search else []
    choices = [
        (OWN, ""), (AWAY, ""),
        *((f"{OF_LIST}{listed[titled(one)].public_id}", one) for one in near),
        *((f"{OF_LIBRARY}{one.number}", one.wording(language)) for one in ready),
    ]  # fmt: skip
    field = field_of(title)
    wanted = chosen.get(field, OWN)
    known = wanted in dict(choices) or _is_ready(wanted) or _is_listed(wanted, listed)
    return Unplaced(
        field=field, title=title, choices=choices, chosen=wanted if known else OWN
    )  # fmt: skip


def _is_ready(wanted: str) -> bool:
    number = wanted.removeprefix(OF_LIBRARY)
    named = wanted.startswith(OF_LIBRARY) and number.isascii() and number.isdigit()
    return named and len(number) < len("1000000") and task_at(int(number)) is not None


def _is_listed(wanted: str, listed: Mapping[str, Task]) -> bool:
    return wanted in {f"{OF_LIST}{one.public_id}" for one in listed.values()}


def _stands(
    titles: Mapping[str, str], listed: Mapping[str, Task], unplaced: Sequence[Unplaced]
) -> dict[str, str]:
    """What each name stands for: two that stand for the same are one task."""
    stands = {key: f"{OF_LIST}{listed[key].public_id}" for key in titles if key in listed}
    for one in unplaced:
        own = titled(one.title)
        stands[own] = {OWN: own, AWAY: LEFT_OUT}.get(one.chosen, one.chosen)
    return stands


def _text(rows: Sequence[Row]) -> str:
    """The rows as they can be read again, with running numbers in place of labels."""
    lines = without_empty_teams([HEAD, *(_cells(one) for one in numbered(rows))])
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(lines)
    return out.getvalue()


def _cells(row: Row) -> tuple[str, ...]:
    one = row.given
    share = None if one.error_share is None else one.error_share * HUNDRED
    numbers = (one.frustration, one.wish)
    return (
        row.person, row.team, row.address, _plain(row.week), one.title, _plain(one.times),
        one.per.value, _plain(one.minutes), _plain(share),
        *("" if number is None else str(number) for number in numbers), ", ".join(one.systems),
    )  # fmt: skip


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:.6g}"
