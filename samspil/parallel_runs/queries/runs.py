"""Parallel runs, how far they are, and who takes part."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, QuerySet

from samspil.core.parallel_runs.people import Part
from samspil.core.parallel_runs.stages import OPEN, Stage
from samspil.core.roles import Action, may
from samspil.parallel_runs.models import Member, Pair, ParallelRun
from samspil.people.models import Colleague, Team, TeamMember
from samspil.people.queries import people
from samspil.work.models import Process
from samspil.work.queries.processes import team_of_level


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many cases of a run stand where; `out` of them fell out, by reason."""

    waiting: Mapping[Stage, int]
    done: int
    out: Mapping[str, int] = field(default_factory=dict)

    @property
    def open(self) -> int:
        """How many are still to be finished."""
        return sum(self.waiting.values())


def _runs() -> QuerySet[ParallelRun]:
    return ParallelRun.objects.select_related("process", "old_team", "began_by")


def run_at(public_id: UUID | str) -> ParallelRun:
    """One run; raises `ParallelRun.DoesNotExist`."""
    return _runs().get(public_id=public_id)


def all_runs() -> list[ParallelRun]:
    """All runs, newest first."""
    return list(_runs().order_by("-pk"))


def open_runs() -> list[ParallelRun]:
    """The runs that are not over, oldest first."""
    return list(_runs().filter(over_at__isnull=True).order_by("pk"))


def runs_in(processes: Collection[int]) -> list[ParallelRun]:
    """All runs of these processes, given by primary key, oldest first."""
    return list(_runs().filter(process__in=processes).order_by("pk"))


def progress_of(runs: Sequence[ParallelRun]) -> dict[int, Progress]:
    """By primary key; one statement, however many runs there are."""
    rows = Pair.objects.filter(run__in=runs).values_list("run", "stage", "gone")
    counted: dict[int, list[tuple[str, str, int]]] = {one.pk: [] for one in runs}
    for run, stage, gone, n in rows.annotate(n=Count("pk")).order_by():
        counted[run].append((stage, gone, n))
    return {run: _progress(found) for run, found in counted.items()}


def _progress(rows: Sequence[tuple[str, str, int]]) -> Progress:
    waiting = {stage: 0 for stage in Stage if stage in OPEN}
    for stage, _gone, n in rows:
        if stage in OPEN:
            waiting[Stage(stage)] += n
    return Progress(
        waiting=waiting,
        done=sum(n for stage, _gone, n in rows if stage == Stage.DONE),
        out={gone: n for stage, gone, n in rows if stage == Stage.OUT},
    )


def named(run: ParallelRun, part: Part) -> list[Colleague]:
    """Who is named for a part and still works here, by name."""
    rows = Member.objects.filter(run=run, part=part, named=True, colleague__left_at__isnull=True)
    return [one.colleague for one in rows.select_related("colleague").order_by("colleague__name")]


def old_people(process: Process, team: Team | None) -> set[int]:
    """Who decides cases of the process the old way, by primary key: those of this team, or of the
    process's teams."""
    there = [team.pk] if team is not None else list(team_of_level(process).values())
    rows = TeamMember.objects.filter(team__in=there, colleague__left_at__isnull=True)
    members = [one.colleague for one in rows.select_related("colleague")]
    return {one.pk for one in members if may(one.role_set, Action.DECIDE_CASES)}


def deciders() -> list[Colleague]:
    """Everybody here who decides cases, by name."""
    return [one for one in people() if may(one.role_set, Action.DECIDE_CASES)]


def many_took_part(run: ParallelRun) -> dict[Part, int]:
    """How many different people took part in each way."""
    rows = Member.objects.filter(run=run, took_part=True).values_list("part")
    return {Part(part): n for part, n in rows.annotate(n=Count("pk")).order_by()}
