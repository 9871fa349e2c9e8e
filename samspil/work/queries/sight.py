"""Which cases a colleague may see. Of a closed process these are only its teams' to see.

This is the one place that says so. Beside its teams a case of it is seen by whoever it is with: who
holds it, and the team it was handed to. Where nobody is in a team of it those see its cases who may
take cases of other teams, until somebody is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Exists, JSONField, Model, OuterRef, Q, QuerySet, Subquery

from samspil.core.roles import Action
from samspil.people.models import Colleague, Team, TeamMember
from samspil.people.queries import may_do
from samspil.work.models import Case, Process, ProcessTeam

SHUT, DESERTED, TEAMS = "shut_processes", "deserted_processes", "own_teams"
"""What is read of a colleague at the door, as lists of primary keys."""
Row = TypeVar("Row", bound=Model)


class Listed(Subquery):
    """The primary keys that a query gives, as one value."""

    template = "(SELECT json_group_array(listed.pk) FROM (%(subquery)s) listed)"
    output_field = JSONField()

    def as_postgresql(self, compiler: object, connection: object, **extra: object) -> object:
        """As above; PostgreSQL makes nothing of no rows."""
        of_none = "(SELECT coalesce(jsonb_agg(listed.pk), '[]') FROM (%(subquery)s) listed)"
        return self.as_sql(compiler, connection, template=of_none, **extra)  # type: ignore[arg-type]  # as Django calls it


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
        if not self.hidden:
            return None
        open_ = ~Q(**{f"{case}process__in": sorted(self.hidden)})
        held = Q(**{f"{case}claimed_by": self.reader})
        return open_ | held | Q(**{f"{case}team__in": sorted(self.teams)})


def beside(colleague: str) -> Mapping[str, Listed]:
    """What the door reads along with a colleague, in the same statement.

    `colleague` is the way to them from what the door asks for.
    """
    theirs = ProcessTeam.objects.filter(
        process=OuterRef("pk"), team__members=OuterRef(OuterRef(colleague))
    )
    somebodys = TeamMember.objects.filter(
        team__processteam__process=OuterRef("pk"), colleague__left_at__isnull=True
    )
    shut = Process.objects.filter(~Exists(theirs), closed=True)
    return {
        SHUT: Listed(shut.values("pk")),
        DESERTED: Listed(shut.filter(~Exists(somebodys)).values("pk")),
        TEAMS: Listed(Team.objects.filter(members=OuterRef(colleague)).values("pk")),
    }


def sight_of(reader: Colleague) -> Sight:
    """What this colleague may see; costs a statement where the door has not read it."""
    known = vars(reader)
    if SHUT not in known:
        asked = Colleague.objects.filter(pk=reader.pk).annotate(**beside("pk"))
        known = asked.values(SHUT, DESERTED, TEAMS).get()
    let_in = known[DESERTED] if may_do(reader, Action.REASSIGN_CASES) else ()
    return Sight(
        reader=reader.pk,
        hidden=frozenset(known[SHUT]) - frozenset(let_in),
        teams=frozenset(known[TEAMS]),
    )


def visible(rows: QuerySet[Row], *, to: Colleague, case: str = "") -> QuerySet[Row]:
    """Those of the rows whose case this colleague may see; `case` is the way to it."""
    seen = sight_of(to).of(case)
    return rows if seen is None else rows.filter(seen)


def seen_by(colleague: Colleague) -> QuerySet[Case]:
    """The cases that this colleague may see."""
    if not may_do(colleague, Action.SEE_CASES):
        return Case.objects.none()
    return visible(Case.objects.all(), to=colleague)


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
