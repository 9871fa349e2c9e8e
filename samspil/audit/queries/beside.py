"""What a round tells of one team, next to what it tells of everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from samspil.audit.models import Audit, Figures, Task
from samspil.audit.queries.figures import TaskFigures, in_words, stands_out
from samspil.core.audit.beside import WORDS, Beside, Side, differences, time_beside
from samspil.people.models import Colleague, Team


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTask:
    """A task that may be told of the team alone, with everybody's figures of it."""

    task: Task
    here: Figures
    everybody: Figures

    @property
    def each(self) -> float:
        """Hours a week of one of the team who does it."""
        return self.here.hours / self.here.people

    @property
    def each_of_all(self) -> float:
        """Hours a week of one of everybody who does it."""
        return self.everybody.hours / self.everybody.people

    @property
    def longer(self) -> float | None:
        """How much longer it takes here, as a share of everybody's minutes."""
        return time_beside(_beside(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFigures:
    """All that a round tells of a team: its tasks, the one first that takes most time; `rest`, its
    part in the tasks of too few people, None where that may not be told; and how many tasks are
    told of everybody and not of the team."""

    team: Team
    tasks: Sequence[TeamTask]
    rest: Figures | None
    untold: int


def team_figures(audit: Audit, team: Team) -> TeamFigures:
    """What a round tells of a team; in one statement."""
    rows = audit.figures.filter(Q(team=None) | Q(team=team)).select_related("task").order_by("pk")
    everybody = {row.task_id: row for row in rows if row.team_id is None and row.task_id}
    here = {row.task_id: row for row in rows if row.team_id is not None}
    tasks = [
        TeamTask(task=row.task, here=row, everybody=everybody[key])
        for key, row in here.items()
        if key is not None and row.task is not None
    ]
    return TeamFigures(
        team=team,
        tasks=sorted(tasks, key=lambda one: -one.here.hours),
        rest=here.get(None),
        untold=len(everybody) - len(tasks),
    )


def teams_told(audit: Audit, *, reader: Colleague) -> QuerySet[Team]:
    """The teams of which a round tells something, and the reader's own, by name."""
    told = audit.figures.filter(team__isnull=False).values("team")
    theirs = Q(members=reader, closed_at=None)
    return Team.objects.filter(Q(pk__in=told) | theirs).distinct().order_by("name", "pk")


def stands_out_here(found: TeamFigures) -> list[str]:
    """What stands out in the team by itself, in the reader's language."""
    rows = [TaskFigures(task=one.task, everybody=one.here, teams=()) for one in found.tasks]
    return stands_out(rows)


def differs_here(found: TeamFigures) -> list[str]:
    """In what the team differs from everybody, in the reader's language."""
    pairs = [_beside(one) for one in found.tasks if one.here.people != one.everybody.people]
    return [_(WORDS[one.kind]).format(**in_words(one.figures)) for one in differences(pairs)]


def _beside(one: TeamTask) -> Beside:
    return Beside(
        task=one.task.title,
        hours=one.here.hours,
        here=_side(one.here),
        everybody=_side(one.everybody),
    )


def _side(told: Figures) -> Side:
    return Side(
        minutes=told.minutes, frustration=told.frustration, wish=told.wish, wishes=told.wishes
    )
