"""What waits, what AI did since yesterday, and what people made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import TruncHour
from django.utils import timezone

from samspil.adapters import jobs
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.work.models import Case, Decision, Proposal, Stop, Verdict
from samspil.work.queries import queue_of, standing_stops

HOURS = 12
"""How far back the hours of arrival are told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits for a colleague; `by_hour` counts it by the hour it came in, oldest first.

    `earlier` came in before the first of those hours.
    """

    total: int
    late: int
    by_hour: Sequence[tuple[datetime, int]] = ()

    @property
    def earlier(self) -> int:
        """What has waited for longer than the hours shown."""
        return self.total - sum(n for _, n in self.by_hour)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What happened since some time: cases by route, and decisions by verdict."""

    routes: Mapping[str, int]
    sorted_alone: int
    drafts: int
    verdicts: Mapping[str, int]

    @property
    def routed(self) -> int:
        """Cases that AI or the rules looked at."""
        return sum(self.routes.values())

    @property
    def judged(self) -> int:
        """Proposals of AI that a person judged."""
        return sum(n for verdict, n in self.verdicts.items() if verdict != Verdict.OWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarms:
    """What somebody should know at once; `failed` is None for those who cannot mend it."""

    stops: Sequence[Stop]
    failed: int | None


def start_of_yesterday(now: datetime) -> datetime:
    """Midnight before last, in the organisation's zone."""
    day = timezone.localtime(now).date() - timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_current_timezone())


def waiting_for(colleague: Colleague, *, now: datetime) -> Waiting:
    """How much waits for this colleague, and how much of it is late."""
    if not may_do(colleague, Action.SEE_CASES):
        return Waiting(total=0, late=0)
    waiting = queue_of(colleague).order_by()
    counts = waiting.aggregate(total=Count("pk"), late=Count("pk", filter=Q(due_at__lt=now)))
    if not counts["total"]:
        return Waiting(total=0, late=0)
    first = timezone.localtime(now).replace(minute=0, second=0, microsecond=0)
    first -= timedelta(hours=HOURS - 1)
    rows = waiting.filter(opened_at__gte=first).annotate(hour=TruncHour("opened_at"))
    found = dict(rows.values_list("hour").annotate(n=Count("pk")))
    hours = [first + timedelta(hours=step) for step in range(HOURS)]
    by_hour = [(hour, found.get(hour, 0)) for hour in hours]
    return Waiting(total=counts["total"], late=counts["late"], by_hour=by_hour)


def done_since(since: datetime) -> Done:
    """What AI did, and what people made of it."""
    routed = Case.objects.filter(routed_at__gte=since).exclude(route="").order_by()
    drafted = Proposal.objects.filter(case=OuterRef("pk"), round=OuterRef("round"))
    rows = routed.values("route").annotate(
        n=Count("pk"),
        alone=Count("pk", filter=Q(sorted_alone=True)),
        drafts=Count("pk", filter=Exists(drafted.exclude(draft=""))),
    )
    routes = {row["route"]: row for row in rows}
    closed = Case.objects.filter(closed_at__gte=since, merged_into__isnull=True).order_by()
    verdict = Decision.objects.filter(case=OuterRef("pk"), round=OuterRef("round"))
    verdicts = closed.annotate(verdict=Subquery(verdict.values("verdict")[:1]))
    return Done(
        routes={route: row["n"] for route, row in routes.items()},
        sorted_alone=sum(row["alone"] for row in routes.values()),
        drafts=sum(row["drafts"] for row in routes.values()),
        verdicts=dict(verdicts.values_list("verdict").annotate(n=Count("pk"))),
    )


def alarms(colleague: Colleague) -> Alarms:
    """Standing stops, and for those who bring in messages how many of our own jobs failed."""
    if not may_do(colleague, Action.IMPORT_MESSAGES):
        return Alarms(stops=standing_stops(), failed=None)
    ours = str(colleague.organisation.public_id)
    failed = sum(job.organisation == ours for job in jobs.failed())
    return Alarms(stops=standing_stops(), failed=failed)


def nothing_yet() -> bool:
    """Whether no case ever came in."""
    return not Case.objects.exists()
