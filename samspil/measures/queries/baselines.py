"""What cases took before AI."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext

from samspil.core.anonymity import TooFewPeople, check_enough
from samspil.core.measures.spread import NoValues, Spread, spread_of
from samspil.core.shares import Share
from samspil.measures.models import Baseline
from samspil.measures.queries.months import MINUTE_S, changed
from samspil.people.queries import midnight
from samspil.work.models import Decision, Process

MOST = 20_000
"""The latest decisions that are looked at; more would change nothing that shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What closed cases took: minutes of whoever decided, and how many were changed afterwards."""

    minutes: Spread
    errors: Share


def baselines_of(process: Process, *, most: int = 12) -> list[Baseline]:
    """Those of a process, newest first."""
    found = Baseline.objects.filter(process=process).select_related("by", "process")
    return list(found.order_by("-pk")[:most])


def baseline_of(process: Process, *, topic: str = "") -> Baseline | None:
    """The one that counts; None before the first."""
    found = Baseline.objects.filter(process=process, topic=topic).select_related("by")
    return found.order_by("-pk").first()


def latest_baselines() -> Mapping[int, Baseline]:
    """The one that counts of each process as a whole, by its primary key; one statement."""
    newer = Baseline.objects.filter(process=OuterRef("process"), topic="", pk__gt=OuterRef("pk"))
    found = Baseline.objects.filter(~Exists(newer), topic="").select_related("process")
    return {one.process_id: one for one in found}


def counted(process: Process, *, topic: str = "", since: date, until: date) -> Counted:
    """What cases took that people decided on these days without seeing anything of AI.

    Raises `TooFewPeople` where fewer than five people decided, and `NoValues` without cases.
    """
    found = Decision.objects.filter(
        Q(proposal__isnull=True) | Q(at_the_time__unseen=True),
        case__process=process, at__gte=midnight(since), at__lt=_after(until),
    )  # fmt: skip
    if topic:
        found = found.filter(topic=topic)
    rows = list(found.order_by("-pk").values_list("seconds", "by", changed())[:MOST])
    if not rows:
        raise NoValues(gettext("No case was decided without AI on these days."))
    _check_people(len({by for _, by, _ in rows}))
    return Counted(
        minutes=spread_of([seconds / MINUTE_S for seconds, *_ in rows]),
        errors=Share(hits=sum(wrong for *_, wrong in rows), n=len(rows)),
    )


def _check_people(people: int) -> None:
    try:
        check_enough(people)
    except TooFewPeople:
        told = gettext("Fewer than five people decided on these days, so nothing is counted.")
        raise TooFewPeople(told) from None


def _after(day: date) -> datetime:
    return midnight(date.fromordinal(day.toordinal() + 1))
