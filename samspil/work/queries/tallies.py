"""Read the counts that are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.db.models import Count, QuerySet, Sum, Value

from samspil.tenancy.queries import current
from samspil.work.guarding import guards
from samspil.work.models import Case, Figure, Tally
from samspil.work.tallying import QUARTER_S, WRONG, recount, triggers

INSTALLED = {
    "sqlite": """
        SELECT name, sql FROM sqlite_master WHERE type = 'trigger'
        AND (name LIKE 'tally_%' OR name LIKE 'guard_%')
    """,
    "postgresql": """
        SELECT proname, prosrc FROM pg_proc JOIN pg_trigger ON tgfoid = pg_proc.oid
        WHERE proname LIKE 'work_%_tally_%' OR proname LIKE 'guard_%'
    """,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongTally:
    """A tally that says `kept` where there are `counted`."""

    what: str
    since: datetime
    kept: int
    counted: int


def quarter_of(at: datetime) -> int:
    """The quarter of an hour that this instant lies in, since 1970."""
    return int(at.timestamp()) // QUARTER_S


def begin_of(quarter: int) -> datetime:
    """When this quarter of an hour begins."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=quarter * QUARTER_S)


def happened_since(since: datetime, figures: Sequence[Figure]) -> Mapping[tuple[str, str], int]:
    """How often each figure and kind happened from the quarter of an hour on that `since` is in."""
    rows = Tally.objects.filter(what__in=figures, quarter__gte=quarter_of(since))
    found = rows.values_list("what", "kind").annotate(total=Sum("n"))
    return {(what, kind): total for what, kind, total in found if total}


def by_quarter(
    *tallies: QuerySet[Tally], also: Mapping[str, QuerySet[Case]]
) -> Mapping[tuple[str, int], int]:
    """The sum of these tallies for each figure and quarter of an hour, in one statement.

    Give each figure by itself: asked for "this one since then, or that one", SQLite reads them all.
    What is in no tally can be counted `also`, under its name and quarter 0.
    """
    sums = [each.values_list("what", "quarter").annotate(total=Sum("n")) for each in tallies]
    counts = [
        cases.values_list(Value(name), Value(0)).annotate(total=Count("pk"))
        for name, cases in also.items()
    ]
    found = sums[0].union(*sums[1:], *counts, all=True)
    return {(what, quarter): total for what, quarter, total in found}


def wrong_tallies() -> list[WrongTally]:
    """Where the current organisation's tallies are not what a count gives, at one instant."""
    counted = recount(connection.vendor)
    organisation = current().pk
    with connection.cursor() as cursor:
        cursor.execute(WRONG.format(counted=counted), [organisation] * (counted.count("%s") + 1))
        rows = cursor.fetchall()
    return [
        WrongTally(what=what, since=begin_of(quarter), kept=int(kept), counted=int(there))
        for what, quarter, kept, there in rows
    ]


def wanted_triggers() -> Mapping[str, str]:
    """What makes each trigger that has to be there, by name."""
    return {**triggers(connection.vendor), **guards(connection.vendor)}


def missing_triggers() -> list[str]:
    """The triggers that are not there, or not as they should be."""
    there, wanted = installed_triggers(), wanted_triggers()
    return [name for name, made in wanted.items() if not _same(there.get(name, ""), made)]


def installed_triggers() -> Mapping[str, str]:
    """The tallies' triggers and the guards that are there, with what they do, by name."""
    with connection.cursor() as cursor:
        cursor.execute(INSTALLED[connection.vendor])
        return dict(cursor.fetchall())


def _same(there: str, wanted: str) -> bool:
    """PostgreSQL gives back what stands between the $$."""
    body = wanted.split("$$")[1] if "$$" in wanted else wanted
    return there.strip() == body.strip()
