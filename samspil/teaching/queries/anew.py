"""Where AI learns anew by itself: how many examples are new since it last did."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db.models import Count, Exists, Max, OuterRef, Q

from samspil.core.evidence.learning import learns_anew
from samspil.teaching.models import Example, LeftOut, Lesson, Origin, Stage, Version
from samspil.work.models import Decision, Process, Unlearned
from samspil.work.queries import held_back, standing_stops

LONGEST_LESSON = timedelta(days=1)
"""A lesson that runs for longer than this has died: nobody waits for it."""
LOOKS_BACK = timedelta(days=90)
"""Cases decided longer ago are not counted among those that wait to be looked at."""


def new_labels(processes: Sequence[Process]) -> dict[int, int]:
    """How many examples of each process were kept since its newest version was taught.

    Where AI since then tried by itself in vain, only those count that came after that. By primary
    key, in three statements however many processes there are.
    """
    since = _since(processes)
    wanted = Q()
    for process in processes:
        last = since.get(process.pk)
        wanted |= Q(process=process) & (Q(added_at__gt=last) if last else Q())
    if not wanted:
        return {}
    rows = Example.objects.filter(wanted, removed_at__isnull=True).order_by()
    return dict(rows.values("process").annotate(n=Count("pk")).values_list("process", "n"))


def due(*, at: datetime) -> Mapping[Process, int]:
    """The processes in which AI learns anew now, and how many of their examples are new."""
    stops = {stop.process_id for stop in standing_stops()}
    if None in stops:
        return {}
    busy = Lesson.objects.filter(stage=Stage.RUNNING, looked_at__gt=at - LONGEST_LESSON)
    free = Process.objects.filter(learns_by_itself=True, sample=False).exclude(
        Exists(busy.filter(process=OuterRef("pk")))
    )
    asked = [one for one in free.order_by("pk") if one.pk not in stops]
    new = new_labels(asked)
    return {one: new[one.pk] for one in asked if learns_anew(new.get(one.pk, 0))}


def to_look_at(*, at: datetime) -> dict[int, int]:
    """How many cases decided in the last 90 days nobody has looked at yet as examples, by process.

    What lots keep out of teaching is not among them, nor what a demonstration decided.
    """
    lately = Decision.objects.filter(at__gt=at - LOOKS_BACK, round=1, simulated=False)
    open_ = lately.exclude(topic="").filter(
        ~Exists(Example.objects.filter(case=OuterRef("case"))),
        ~Exists(LeftOut.objects.filter(decision=OuterRef("pk"))),
        ~Exists(Unlearned.objects.filter(case=OuterRef("case"))),
        ~Exists(held_back(at=at).filter(decision=OuterRef("pk"))),
    )
    rows = open_.order_by().values("case__process").annotate(n=Count("pk"))
    return dict(rows.values_list("case__process", "n"))


def _since(processes: Sequence[Process]) -> dict[int, datetime]:
    """When each process's newest version was taught, or AI last tried by itself in vain."""
    taught = Version.objects.filter(process__in=processes, origin=Origin.TAUGHT)
    failed = Lesson.objects.filter(process__in=processes, by_itself=True, stage=Stage.FAILED)
    since: dict[int, datetime] = {}
    for found, when in ((taught, "at"), (failed, "looked_at")):
        rows = found.order_by().values("process").annotate(last=Max(when))
        for process, last in rows.values_list("process", "last"):
            since[process] = max(last, since.get(process, last))
    return since
