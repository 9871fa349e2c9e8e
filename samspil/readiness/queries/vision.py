"""Goals, versions of the vision, and how far they were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from samspil.core.readiness.looking import MONTHS, due_look, next_look
from samspil.readiness.models import Goal, Look, Mark, Settled, Version

HEAD = (
    "version", "decided", "sentence", "measure", "unit", "now", "then", "owner", "due", "address",
    *(
        f"{what}_after_{months}"
        for months in MONTHS
        for what in ("state", "value", "note")
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A goal as it was decided, and its marks by months; of a look not taken there is none."""

    goal: Settled
    marks: dict[int, Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A version with its goals and looks: `due` months wait now (None: nothing waits), and
    `coming` is the next look with its day (None after the last)."""

    version: Version
    goals: Sequence[Seen]
    looks: Sequence[Look]
    due: int | None
    coming: tuple[int, date] | None


def goals() -> QuerySet[Goal]:
    """What is being worked on, in the order it was added."""
    there = Goal.objects.filter(removed_at=None)
    return there.select_related("owner").order_by("pk")


def goal_at(public_id: UUID | str) -> Goal:
    """One, left out or not; raises `Goal.DoesNotExist`."""
    return Goal.objects.select_related("owner").get(public_id=public_id)


def versions() -> QuerySet[Version]:
    """The vision as it was decided, newest first."""
    return Version.objects.select_related("by__user").order_by("-number")


def newest_version() -> Version | None:
    """What counts now; None before anything was decided."""
    return versions().first()


def version_at(public_id: UUID | str) -> Version:
    """One; raises `Version.DoesNotExist`."""
    return versions().get(public_id=public_id)


def looked_after(version: Version) -> set[int]:
    """After how many months it was looked at."""
    return set(version.looks.values_list("months", flat=True))


def course_of(version: Version, *, today: date) -> Course:
    """A version with everything said of it, in three statements."""
    looks = list(version.looks.select_related("by").order_by("months"))
    marks: dict[int, dict[int, Mark]] = {}
    for mark in Mark.objects.filter(look__version=version).select_related("look"):
        marks.setdefault(mark.goal_id, {})[mark.look.months] = mark
    taken = {one.months for one in looks}
    there = version.goals.select_related("owner").order_by("pk")
    return Course(
        version=version,
        goals=[Seen(goal=one, marks=marks.get(one.pk, {})) for one in there],
        looks=looks,
        due=due_look(version.day, taken, today=today),
        coming=next_look(version.day, taken),
    )


def vision_rows(course: Course) -> Iterator[tuple[str, ...]]:
    """A version as a table, its head first."""
    yield HEAD
    version = course.version
    for seen in course.goals:
        goal = seen.goal
        yield (
            str(version.number), version.day.isoformat(), goal.sentence, goal.measure, goal.unit,
            _number(goal.now), _number(goal.then), goal.owner.name, goal.due.isoformat(),
            goal.address,
            *(cell for months in MONTHS for cell in _cells(seen.marks.get(months))),
        )  # fmt: skip


def _cells(mark: Mark | None) -> tuple[str, str, str]:
    return ("", "", "") if mark is None else (mark.state, _number(mark.value), mark.note)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
