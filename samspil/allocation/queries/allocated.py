"""Every task with what is suggested, what people chose, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from samspil.allocation.models import Judgement, Move
from samspil.allocation.queries.measured import Live, measured_of, months_of
from samspil.audit.models import Figures, Task
from samspil.audit.queries import listed_tasks
from samspil.core.allocation.allocating import Known, Suggestion, allocate, apart
from samspil.core.allocation.criteria import Criterion
from samspil.core.allocation.divisions import Division, Place, least
from samspil.core.allocation.law import About, Touch
from samspil.core.allocation.reasons import Source, capable, proved, wished
from samspil.measures.queries import OfMonth

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a round tells of a task, of five people and more: hours a week of all together."""

    people: int
    hours: float
    error_share: float | None
    frustration: float | None
    wish: float | None


class Said(NamedTuple):
    """What somebody who knows AI said of a task: the columns of `Judgement`, of many at a time."""

    about: str
    decides: bool | None
    feels: bool | None
    criteria: Mapping[str, float]


UNSAID = Said("", None, None, {})
ABOUT = {one.value: one for one in About}
CRITERIA = {one.value: one for one in Criterion}


@dataclass(frozen=True, kw_only=True)
class Allocated:
    """A task and all that is known of it; `move` is the newest one that holds, if any.

    `month` is what its cases took in the last month that is over, where that was asked for and
    may be told.
    """

    task: Task
    known: Known
    move: Move | None
    told: Told | None
    month: OfMonth | None

    @cached_property
    def suggestion(self) -> Suggestion:
        """What is suggested, with reasons."""
        return allocate(self.known)

    @property
    def judged(self) -> bool:
        """Whether anybody has said what it is like, or whom it touches."""
        return bool(self.known.expert) or self.known.touch != Touch()

    @cached_property
    def division(self) -> Division:
        """Who does it: what a person chose, within the law, else what is suggested."""
        chosen = self.move.division if self.move else ""
        suggestion = self.suggestion
        return least(Division(chosen), suggestion.cap.most) if chosen else suggestion.division

    @property
    def overruled(self) -> bool:
        """Whether a person chose otherwise than is suggested now."""
        return self.division is not self.suggestion.division

    @property
    def hours(self) -> float:
        """Hours a week that it takes everybody together: measured, else as people say; 0 where
        nobody may tell."""
        if self.month and self.month.hours is not None:
            return self.month.hours
        return self.told.hours if self.told else 0.0

    @property
    def views(self) -> dict[Source, Division]:
        """What those who do it wish, who knows AI thinks, and cases show, where there is such."""
        known, found = self.known, {}
        if known.wish is not None:
            found[Source.WISH] = wished(known.wish)
        if self.suggestion.score is not None:
            found[Source.CAPABILITY] = capable(self.suggestion.score.value)
        if known.measured is not None and known.measured.verified:
            found[Source.EVIDENCE] = proved(known.measured).most
        return found

    @cached_property
    def disagreements(self) -> list[tuple[Source, Source]]:
        """The pairs of views that lie apart."""
        return [
            (Source(one), Source(other))
            for one, other in apart({one.value: most for one, most in self.views.items()})
        ]


def allocated(*, now: datetime | None = None) -> list[Allocated]:
    """Every task on the list, by name; in eight statements, however many there are.

    With `now`, in two more, also what the cases of each took in the last month that is over.
    """
    return known_tasks(listed_tasks().select_related(None), now=now)


def allocated_one(task: Task, *, now: datetime | None = None) -> Allocated:
    """One task, in as many statements."""
    return known_tasks([task], now=now)[0]


def judgement_of(task: Task) -> Judgement | None:
    """What somebody who knows AI last said of a task."""
    return Judgement.objects.filter(task=task).first()


def history(task: Task) -> QuerySet[Move]:
    """Every move of a task, the newest first, those that were undone too."""
    return task.moves.select_related("by").order_by("-pk")


def move_at(public_id: UUID) -> Move:
    """A move of a task on the list; raises `Move.DoesNotExist`."""
    return Move.objects.select_related("task").get(public_id=public_id)


def known_tasks(tasks: Iterable[Task], *, now: datetime | None = None) -> list[Allocated]:
    """What is known of these tasks; `now` as in `allocated`."""
    there = list(tasks)
    one = there[0].pk if len(there) == 1 else None
    columns = ("task_id", "about", "decides", "feels", "criteria")
    said = {
        task: Said(*rest) for task, *rest in _of(Judgement.objects.all(), one).values_list(*columns)
    }
    moves = {
        row.task_id: row for row in _of(Move.objects.filter(withdrawn_at=None), one).order_by("pk")
    }
    told, live = _told(one), measured_of()
    months = months_of(there, now=now) if now else {}
    return [
        _allocated(
            task, said=said.get(task.pk, UNSAID), move=moves.get(task.pk),
            told=told.get(task.pk), live=live,
            month=months.get((task.process_id, task.topic)) if task.process_id else None,
        )
        for task in there
    ]  # fmt: skip


def _of(rows: QuerySet[Row], task: int | None) -> QuerySet[Row]:
    return rows if task is None else rows.filter(task_id=task)


def _told(task: int | None) -> Mapping[int, Told]:
    """What the newest round that may tell of a task says, of everybody."""
    rows = _of(Figures.objects.filter(team=None, task__isnull=False), task)
    found = {}
    columns = ("task_id", "people", "hours", "error_share", "frustration", "wish")
    for pk, *said in rows.order_by("audit__settled_at", "audit", "pk").values_list(*columns):
        people, hours, error_share, frustration, wish = said
        found[pk] = Told(
            people=people, hours=hours, error_share=error_share, frustration=frustration, wish=wish
        )
    return found


def _allocated(
    task: Task, *, said: Said, move: Move | None, told: Told | None, live: Live,
    month: OfMonth | None,
) -> Allocated:  # fmt: skip
    place = None
    if move and move.creative is not None and move.contact is not None:
        place = Place(creative=move.creative, contact=move.contact)
    known = Known(
        title=task.title,
        touch=Touch(about=ABOUT[said.about], decides=said.decides, feels=said.feels),
        expert={CRITERIA[name]: value for name, value in said.criteria.items()},
        wish=told.wish if told else None,
        measured=live.get((task.process_id, task.topic)) if task.process_id else None,
        place=place,
    )
    return Allocated(task=task, known=known, move=move, told=told, month=month)
