"""What programs send and get of rounds, tasks and answers."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from ninja import Field, Schema

from samspil.audit import actions, queries
from samspil.audit.models import Audit, Figures
from samspil.audit.queries import TaskFigures
from samspil.core.audit import LONGEST_TITLE, Per

MOST = 100
"""The newest that a list holds, and tasks that a sheet takes at once."""


class RoundIn(Schema):
    """A round: its days, both inclusive, and the `teams` it asks; everybody where there is none."""

    name: str = Field(max_length=actions.LONGEST_NAME)
    opens: date
    closes: date
    teams: list[UUID] = Field(default=[], max_length=MOST)


class RoundOut(Schema):
    """A round. `settled_at` is null while it goes on."""

    id: UUID
    name: str
    opens: date
    closes: date
    teams: list[UUID]
    settled_at: datetime | None


class FiguresOut(Schema):
    """What is told of five people or more: hours a week of all together, in halves; means of one
    person else. `frustration` and `wish` (1.5 to 4.5), `error_share` (0 to 1) and
    `between_hours` are null where they would single somebody out."""

    people: int
    hours: float
    times: float
    minutes: float
    error_share: float | None
    frustration: float | None
    wish: float | None
    wishes: str
    durations: str
    between_hours: float | None
    systems: list[str]


class TeamFiguresOut(FiguresOut):
    """The same of a team."""

    team: UUID


class TaskOut(Schema):
    """A task on the company's list; `everybody` is null where too few people answered."""

    id: UUID
    title: str
    team: UUID | None
    process: UUID | None
    topic: str
    occupation: str
    everybody: FiguresOut | None
    teams: list[TeamFiguresOut]


class ResultOut(RoundOut):
    """A round with how far it is: at least so many of `asked` people, in steps of five; how many
    people's answers were `brought` in by table; and what it tells, once it is over."""

    asked: int
    handed_in: int
    brought: int
    tasks: list[TaskOut]


class TeamTaskOut(Schema):
    """A task as the team says it, and as everybody does."""

    id: UUID
    title: str
    here: FiguresOut
    everybody: FiguresOut


class TeamOut(Schema):
    """What a round tells of a team. `other_tasks` are those of too few people each, null where they
    may not be told; of `untold` tasks everybody is told and the team is not; `stands_out` and
    `differs` are sentences in your language. Empty while the round goes on."""

    team: UUID
    tasks: list[TeamTaskOut]
    other_tasks: FiguresOut | None
    untold: int
    stands_out: list[str]
    differs: list[str]


class TaskIn(Schema):
    """A task, and the process and topic it is part of."""

    title: str = Field(max_length=LONGEST_TITLE)
    process: UUID | None = None
    topic: str = Field(default="", max_length=200)


class AnswerIn(Schema):
    """What you say of a task; `error_share` from 0 to 1, `wish` from 1 (AI alone) to 5 (a person
    alone)."""

    title: str = Field(max_length=LONGEST_TITLE)
    times: float | None = None
    per: Per = Per.WEEK
    minutes: float | None = None
    error_share: float | None = None
    frustration: int | None = None
    wish: int | None = None
    systems: list[str] = Field(default=[], max_length=MOST)


class SheetIn(Schema):
    """Tasks to put onto your sheet; with `hand_in` it is handed in after that."""

    answers: list[AnswerIn] = Field(max_length=MOST)
    hand_in: bool = False


class SheetOut(Schema):
    """Your own sheet, and the hours a week of all its tasks together."""

    week_hours: float
    hours: float
    handed_in_at: datetime | None
    answers: list[AnswerIn]


def round_at(public_id: UUID) -> Audit:
    """The round with this id; 404 where there is none."""
    try:
        return queries.audit_at(public_id)
    except Audit.DoesNotExist:
        raise Http404 from None


def task_out(row: TaskFigures) -> TaskOut:
    """A task with its figures."""
    task = row.task
    return TaskOut(
        id=task.public_id, title=task.title, topic=task.topic, occupation=task.occupation,
        team=task.team.public_id if task.team else None,
        process=task.process.public_id if task.process else None,
        everybody=FiguresOut(**figures_in(row.everybody)) if row.everybody else None,
        teams=[
            TeamFiguresOut(team=team.public_id, **figures_in(told)) for team, told in row.teams
        ],
    )  # fmt: skip


def figures_in(told: Figures) -> dict[str, Any]:
    """Figures by the names of `FiguresOut`."""
    return {name: getattr(told, name) for name in FiguresOut.model_fields}
