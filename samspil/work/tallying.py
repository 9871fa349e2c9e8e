"""How the database keeps its tallies: what is counted, and the triggers that count it.

Triggers, because a count is right only if nothing can change a row past it: no action has to think
of it, and what a rolled back transaction did was never counted. On SQLite, which has one writer at
a time, a trigger changes the count. On PostgreSQL each statement adds rows that say by how much,
so that no two writers wait for each other; they are folded into one from time to time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samspil.work.models import Figure

QUARTER_S = 900
KEY = "organisation_id, what, quarter, team, kind"
EVENTS: Mapping[str, Mapping[str, str]] = {
    "insert": {"new": "+1"},
    "update": {"old": "-1", "new": "+1"},
    "delete": {"old": "-1"},
}
"""What each event does to the count of the row as it was and as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One figure: rows of `table` that fulfil `condition`, by the quarter of an hour of `at`.

    An empty `at` counts them whatever their time. In the expressions `row.` stands for the row.
    `columns` are all that they read.
    """

    what: Figure
    table: str
    at: str = ""
    columns: tuple[str, ...]
    condition: str
    team: str = "0"
    kind: str = "''"

    def key(self, row: str, *, vendor: str) -> str:
        """The values of `KEY` for a row known as `row`."""
        quarter = QUARTERS[vendor].format(at=f"row.{self.at}") if self.at else "0"
        parts = [f"'{self.what}'", quarter, self.team, self.kind]
        return self.of(f"row.organisation_id, {', '.join(parts)}", row)

    def of(self, expression: str, row: str) -> str:
        """The expression with the row's name in it."""
        return expression.replace("row.", f"{row}.")


FOLDED_INTO_ONE = f"""
WITH gone AS (
    DELETE FROM work_tally WHERE organisation_id = %s AND NOT folded RETURNING {KEY}, n
)
INSERT INTO work_tally ({KEY}, n, folded)
SELECT {KEY}, sum(n), true FROM gone GROUP BY {KEY} HAVING sum(n) <> 0
ON CONFLICT ({KEY}) WHERE folded DO UPDATE SET n = work_tally.n + excluded.n
"""
"""Put an organisation's rows that are alike into one; a second one meanwhile finds none."""
REPLACE = f"INSERT INTO work_tally ({KEY}, n, folded) SELECT c.*, true FROM ({{counted}}) AS c"
"""Write what `recount` gives."""
WRONG = f"""
WITH counted ({KEY}, n) AS ({{counted}})
SELECT what, quarter, sum(kept), sum(there) FROM (
    SELECT {KEY}, 0 AS kept, n AS there FROM counted
    UNION ALL SELECT {KEY}, n, 0 FROM work_tally WHERE organisation_id = %s
) AS every_row GROUP BY {KEY} HAVING sum(kept) <> sum(there) ORDER BY quarter, what
"""
"""Where the tallies and what `recount` gives differ, both read at one instant."""
QUARTERS = {
    "sqlite": f"unixepoch({{at}}) / {QUARTER_S}",
    "postgresql": f"CAST(floor(extract(epoch FROM {{at}}) / {QUARTER_S}) AS bigint)",
}
TEAM = "coalesce(row.team_id, 0)"
COUNTED = (
    Counted(
        what=Figure.WAITING, table="work_case", team=TEAM,
        condition="row.stage = 'waiting'", columns=("stage", "team_id"),
    ),
    Counted(
        what=Figure.CAME, table="work_case", at="opened_at", team=TEAM,
        condition="row.stage = 'waiting'", columns=("stage", "opened_at", "team_id"),
    ),
    Counted(
        what=Figure.DUE, table="work_case", at="due_at", team=TEAM,
        condition="row.stage = 'waiting'", columns=("stage", "due_at", "team_id"),
    ),
    Counted(
        what=Figure.ROUTED, table="work_case", at="routed_at", kind="row.route",
        condition="row.routed_at IS NOT NULL AND row.route <> ''", columns=("routed_at", "route"),
    ),
    Counted(
        what=Figure.SORTED, table="work_case", at="routed_at",
        condition="row.routed_at IS NOT NULL AND row.route <> '' AND row.sorted_alone",
        columns=("routed_at", "route", "sorted_alone"),
    ),
    Counted(
        what=Figure.DRAFTED, table="work_proposal", at="made_at",
        condition="row.draft <> ''", columns=("made_at", "draft"),
    ),
    Counted(
        what=Figure.JUDGED, table="work_decision", at="at", kind="row.verdict",
        condition="1 = 1", columns=("at", "verdict"),
    ),
)  # fmt: skip
"""Everything that is counted."""
TABLES: Sequence[str] = sorted({one.table for one in COUNTED})


def recount(vendor: str) -> str:
    """A statement that counts everything of one organisation (a parameter for each figure)."""
    return " UNION ALL ".join(
        f"SELECT {one.key('r', vendor=vendor)}, count(*) AS n FROM {one.table} AS r "
        f"WHERE r.organisation_id = %s AND {one.of(one.condition, 'r')} GROUP BY 1, 2, 3, 4, 5"
        for one in COUNTED
    )


def triggers(vendor: str) -> dict[str, str]:
    """The statements that make the triggers, by name."""
    made = _sqlite_triggers() if vendor == "sqlite" else _postgresql_triggers()
    return dict(made)


def _sqlite_triggers() -> Iterator[tuple[str, str]]:
    for one in COUNTED:
        for event, rows in EVENTS.items():
            name = f"tally_{one.what}_{event}"
            steps = " ".join(_sqlite_step(one, row, by=by) for row, by in rows.items())
            columns = f" OF {', '.join(one.columns)}" if event == "update" else ""
            yield (
                name,
                (
                    f"CREATE TRIGGER {name} AFTER {event.upper()}{columns} ON {one.table} "
                    f"WHEN {_sqlite_when(one, event)} BEGIN {steps} END"
                ),
            )


def _sqlite_when(one: Counted, event: str) -> str:
    if event == "update":
        return " OR ".join(f"old.{column} IS NOT new.{column}" for column in one.columns)
    return one.of(one.condition, "new" if event == "insert" else "old")


def _sqlite_step(one: Counted, row: str, *, by: str) -> str:
    """Change the count; one that has become 0 goes."""
    key, condition = one.key(row, vendor="sqlite"), one.of(one.condition, row)
    step = (
        f"INSERT INTO work_tally ({KEY}, n, folded) SELECT {key}, {by}, 1 WHERE {condition} "
        f"ON CONFLICT ({KEY}) WHERE folded DO UPDATE SET n = n + excluded.n;"
    )
    if by == "+1":
        return step
    return f"{step} DELETE FROM work_tally WHERE ({KEY}) = ({key}) AND folded AND n = 0;"


def _postgresql_triggers() -> Iterator[tuple[str, str]]:
    for table in TABLES:
        for event, rows in EVENTS.items():
            name = f"{table}_tally_{event}"
            seen = " ".join(f"{row.upper()} TABLE AS {row}_rows" for row in rows)
            yield (
                name,
                (
                    f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                    f"$${_postgresql_body(table, rows)}$$; "
                    f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} REFERENCING {seen} "
                    f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
                ),
            )


def _postgresql_body(table: str, rows: Mapping[str, str]) -> str:
    parts = " UNION ALL ".join(
        f"SELECT {one.key('r', vendor='postgresql')}, {by} FROM {row}_rows AS r "
        f"WHERE {one.of(one.condition, 'r')}"
        for one in COUNTED
        if one.table == table
        for row, by in rows.items()
    )
    return (
        f" BEGIN INSERT INTO work_tally ({KEY}, n, folded) "
        f"SELECT {KEY}, sum(n), false FROM ({parts}) AS changes ({KEY}, n) "
        f"GROUP BY {KEY} HAVING sum(n) <> 0; RETURN NULL; END "
    )
