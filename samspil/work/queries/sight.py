"""Which cases a colleague may see. Of a closed process these are only its teams' to see.

This is the one place that says so. Beside its teams a case of it is seen by whoever it is with: who
holds it, and the team it was handed to. Where nobody is in a team of it those see its cases who may
take cases of other teams, until somebody is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Exists, JSONField, Model, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler

from samspil.core.lifecycle import Stage
from samspil.core.roles import Action
from samspil.people.models import Colleague, TeamMember
from samspil.people.queries import may_do
from samspil.work.models import Case, Process

SHUT, DESERTED, TEAMS = "shut_processes", "deserted_processes", "own_teams"
"""What is read of a colleague at the door, as lists of primary keys."""
Row = TypeVar("Row", bound=Model)

OF_THEIRS = "SELECT team_id AS id FROM people_teammember WHERE colleague_id = people_colleague.id"
SHUT_TO = """
SELECT process.id FROM work_process process
WHERE process.closed AND process.organisation_id = people_colleague.organisation_id
AND NOT EXISTS (
    SELECT 1 FROM work_processteam part JOIN people_teammember member USING (team_id)
    WHERE part.process_id = process.id AND member.colleague_id = people_colleague.id
)"""
AND_DESERTED = """
AND NOT EXISTS (
    SELECT 1 FROM work_processteam part JOIN people_teammember member USING (team_id)
    JOIN people_colleague somebody ON somebody.id = member.colleague_id
    WHERE part.process_id = process.id AND somebody.left_at IS NULL
)"""


class Listed(RawSQL):
    """The primary keys that a query of `people_colleague` gives, as one value.

    In SQL, because every request asks for it, and Django takes far longer to write it than the
    database to answer.
    """

    def __init__(self, rows: str) -> None:
        super().__init__(f"SELECT json_group_array(id) FROM ({rows}) listed", (), JSONField())  # noqa: S608 - of what stands above

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> object:
        """As above; PostgreSQL makes nothing of no rows."""
        sql, parameters = self.as_sql(compiler, connection)
        return sql.replace("json_group_array(id)", "coalesce(jsonb_agg(id), '[]')"), parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """Processes whose cases are hidden from a reader, unless these are with one of their `teams`
    or held by themselves; all are primary keys.
    """

    reader: int
    hidden: frozenset[int]
    teams: frozenset[int]

    def covers(self, case: Case) -> bool:
        """Whether the reader may see this case."""
        mine = case.team_id in self.teams or case.claimed_by_id == self.reader
        return mine or case.process_id not in self.hidden

    def of(self, case: str = "") -> Q | None:
        """What holds of every case they may see; None where nothing is hidden from them.

        `case` is the way to the case from what is asked for, such as `case__`.
        """
        seen = self.of_waiting(case)
        return None if seen is None else seen | Q(**{f"{case}claimed_by": self.reader})

    def of_waiting(self, case: str = "") -> Q | None:
        """As `of`, where only cases that wait are asked for: nobody holds those, and an index that
        knows their teams tells without reading them."""
        if not self.hidden:
            return None
        open_ = ~Q(**{f"{case}process__in": sorted(self.hidden)})
        return open_ | Q(**{f"{case}team__in": sorted(self.teams)})


def beside() -> Mapping[str, Listed]:
    """What the door reads along with a colleague, in the same statement."""
    return {
        SHUT: Listed(SHUT_TO),
        DESERTED: Listed(SHUT_TO + AND_DESERTED),
        TEAMS: Listed(OF_THEIRS),
    }


def sight_of(reader: Colleague) -> Sight:
    """What this colleague may see; costs a statement where the door has not read it."""
    known = vars(reader)
    if SHUT not in known:
        asked = Colleague.objects.filter(pk=reader.pk).annotate(**beside())
        known = asked.values(SHUT, DESERTED, TEAMS).get()
    let_in = known[DESERTED] if may_do(reader, Action.REASSIGN_CASES) else ()
    return Sight(
        reader=reader.pk,
        hidden=frozenset(known[SHUT]) - frozenset(let_in),
        teams=frozenset(known[TEAMS]),
    )


def own_teams(reader: Colleague) -> list[int]:
    """The teams a colleague is in, as primary keys: of what the door has read, if it has."""
    return sorted(sight_of(reader).teams)


def visible(rows: QuerySet[Row], *, to: Colleague, case: str = "") -> QuerySet[Row]:
    """Those of the rows whose case this colleague may see; `case` is the way to it."""
    seen = sight_of(to).of(case)
    return rows if seen is None else rows.filter(seen)


def seen_by(colleague: Colleague, *, of: QuerySet[Case] | None = None) -> QuerySet[Case]:
    """The cases that this colleague may see, of these or of all."""
    if not may_do(colleague, Action.SEE_CASES):
        return Case.objects.none()
    return visible(Case.objects.all() if of is None else of, to=colleague)


def waiting_seen_by(colleague: Colleague) -> QuerySet[Case]:
    """Those of them that wait."""
    if not may_do(colleague, Action.SEE_CASES):
        return Case.objects.none()
    waiting, seen = Case.objects.filter(stage=Stage.WAITING), sight_of(colleague).of_waiting()
    return waiting if seen is None else waiting.filter(seen)


def shut_to(reader: Colleague, process: UUID | str) -> int | None:
    """The primary key of this process where the reader sees of its cases only those that are with
    their teams or held by them; None where they see all of it, and where there is none of this id.
    """
    hidden = sight_of(reader).hidden
    if not hidden:
        return None
    found = Process.objects.filter(pk__in=hidden, public_id=process)
    return found.values_list("pk", flat=True).first()


def sees_texts_of(process: Process, reader: Colleague | None) -> bool:
    """Whether somebody may read what was written in all cases of a process."""
    if reader is None or not may_do(reader, Action.SEE_CASES):
        return False
    return process.pk not in sight_of(reader).hidden


def deserted(process: Process) -> bool:
    """Whether the process is closed and nobody is in a team of it."""
    there = TeamMember.objects.filter(
        team__processteam__process=process, colleague__left_at__isnull=True
    )
    return process.closed and not there.exists()


def all_deserted() -> list[Process]:
    """Every closed process that nobody is in a team of, by name."""
    there = TeamMember.objects.filter(
        team__processteam__process=OuterRef("pk"), colleague__left_at__isnull=True
    )
    return list(Process.objects.filter(~Exists(there), closed=True).order_by("name"))
