"""A map as it is shown: its steps with what is known of each, its ways, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from samspil.allocation.queries import Allocated
from samspil.core.allocation.portfolio import Range
from samspil.core.audit.answers import YEARLY, Per
from samspil.core.eventlogs.facts import Step as Activity
from samspil.core.organisation_models.contract import Route
from samspil.core.process_maps.adding_up import Figures, Totals, added_up
from samspil.core.process_maps.deciding_who import Value, Who, ai_share_of, who_does
from samspil.core.process_maps.walking import Line, Node, Walk, walked
from samspil.eventlogs.models import EventLog
from samspil.process_maps.models import Connection, ProcessMap, Step
from samspil.process_maps.queries.measured import Measured, measured_of

HOUR, WEEKS = 60, 52
SEEN = 0.0005
"""Smaller shares are rounding."""
MINUTE_S = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way out of a step: to which one, with what share (0 to 1) of those who leave it.

    `connection` is None where it goes past a step that is left out.
    """

    target: Step
    share: float
    connection: Connection | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A step with what is known of it; times in minutes, shares from 0 to 1.

    `visits` is how often a case comes there, None where it never leaves. `hours` a week it takes,
    None where nobody said how often. `ends` is the share of those who leave it that ends there.
    """

    step: Step
    owner: str
    who: Who
    minutes: Value
    waiting: Value
    errors: Value
    ai_share: Value
    task: Allocated | None
    saved: Range | None
    log: EventLog | None
    activity: Activity | None
    visits: float | None
    begins: float
    ends: float
    ways: Sequence[Way]

    @property
    def hours(self) -> float | None:
        """Hours a week that the step takes everybody together."""
        if self.step.times is None or self.minutes.known is None:
            return None
        return self.step.times * YEARLY[Per(self.step.per)] * self.minutes.known / HOUR / WEEKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Charted:
    """A map and what it comes to; `left_out` are the steps that can be put back."""

    map: ProcessMap
    rows: Sequence[Row]
    left_out: Sequence[Step]
    walk: Walk
    totals: Totals

    def row(self, key: int) -> Row:
        """The step of this primary key."""
        return next(one for one in self.rows if one.step.pk == key)


def charted(one: ProcessMap, *, now: datetime) -> Charted:
    """All of a map; as many statements for one step as for three hundred."""
    steps = list(_steps(one))
    ways = list(Connection.objects.filter(map=one, removed_at=None).order_by("pk"))
    walk = walked(
        [Node(key=s.pk, begins=s.begins, left_out=s.removed_at is not None) for s in steps],
        [Line(source=way.source_id, target=way.target_id, share=way.share) for way in ways],
    )
    there = [step for step in steps if step.removed_at is None]
    found = measured_of(there, now=now)
    rows = _rows(there, walk, ways, found)
    return Charted(
        map=one,
        rows=rows,
        left_out=[step for step in steps if step.removed_at is not None],
        walk=walk,
        totals=added_up(walk, {row.step.pk: _figures(row) for row in rows}),
    )


def owner_of(thing: Step | ProcessMap) -> str:
    """Who answers for it, in words; empty for nobody."""
    if thing.team:
        return thing.team.name
    return thing.person.name if thing.person else thing.role


def owner_mark(thing: Step | ProcessMap) -> str:
    """What tells owners apart; empty for nobody."""
    if thing.team_id:
        return f"team {thing.team_id}"
    return f"person {thing.person_id}" if thing.person_id else thing.role.casefold()


def _steps(one: ProcessMap) -> QuerySet[Step]:
    found = Step.objects.filter(map=one).select_related("team", "person", "process", "task")
    return found.order_by("place", "pk")


def _rows(
    steps: Sequence[Step], walk: Walk, ways: Sequence[Connection], found: Measured
) -> list[Row]:
    by_key = {step.pk: step for step in steps}
    joined = {(way.source_id, way.target_id): way for way in ways}
    out: dict[int, list[Way]] = {step.pk: [] for step in steps}
    left = dict.fromkeys(out, 1.0)
    for edge, share in walk.shares.items():
        way = Way(target=by_key[edge[1]], share=share, connection=joined.get(edge))
        out[edge[0]].append(way)
        left[edge[0]] -= share
    return [_row(step, walk, out[step.pk], found, ends=left[step.pk]) for step in steps]


def _row(step: Step, walk: Walk, ways: list[Way], found: Measured, *, ends: float) -> Row:
    place = (step.process_id or 0, step.topic)
    month, routed = found.months.get(place), found.routed.get(place)
    task = found.tasks.get(step.task_id or 0)
    activity = found.activities.get((step.log_id or 0, step.activity))
    alone = routed.alone if routed else None
    who = who_does(
        said=Route(step.route) if step.route else None,
        measured=routed.most if routed else None,
        division=task.division if task else None,
        most=task.suggestion.cap.most if task else None,
    )
    ai_share = Value(
        measured=alone.value if alone else None, n=alone.n if alone else 0, guessed=step.ai_share
    )
    errors = month.errors if month else None
    minutes = month.minutes if month else None
    wait = activity.wait if activity else None
    return Row(
        step=step,
        owner=owner_of(step),
        who=who,
        minutes=Value(
            measured=minutes.median if minutes else None, n=minutes.n if minutes else 0,
            guessed=step.minutes,
        ),
        waiting=Value(
            measured=wait.median / MINUTE_S if wait else None, n=activity.n if activity else 0,
            guessed=step.waiting,
        ),
        errors=Value(
            measured=errors.value if errors else None, n=errors.n if errors else 0,
            guessed=step.errors,
        ),
        ai_share=ai_share_of(ai_share, who),
        task=task,
        saved=found.saved.get(step.task_id or 0),
        log=found.logs.get(step.log_id or 0),
        activity=activity,
        visits=walk.visits[step.pk],
        begins=walk.begins.get(step.pk, 0.0),
        ends=ends if ends > SEEN else 0.0,
        ways=sorted(ways, key=lambda way: -way.share),
    )  # fmt: skip


def _figures(row: Row) -> Figures:
    return Figures(
        minutes=row.minutes.known,
        waiting=row.waiting.known,
        errors=row.errors.known,
        ai_share=row.ai_share.known,
        owner=owner_mark(row.step),
        saved=row.saved,
    )
