"""What waits, what AI did since yesterday, and what people made of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from samspil.adapters import jobs
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.work.models import AutonomyMove, Case, Figure, Stop, Tally, Verdict
from samspil.work.queries import (
    begin_of,
    by_quarter,
    falls_to_note,
    happened_since,
    own_teams,
    quarter_of,
    standing_stops,
    waiting_of,
)

HOURS = 12
"""How far back the hours of arrival are told apart."""

SOON = "soon"
"""What falls due in the rest of this quarter of an hour: counted, for tallies are too coarse."""


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
    falls: Sequence[AutonomyMove]
    failed: int | None


def start_of_yesterday(now: datetime) -> datetime:
    """Midnight before last, in the organisation's zone."""
    day = timezone.localtime(now).date() - timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_current_timezone())


def waiting_for(colleague: Colleague, *, now: datetime) -> Waiting:
    """How much waits for this colleague, and how much of it is late.

    Read from the tallies; only what people put aside, and what falls due in the rest of this
    quarter of an hour, is counted.
    """
    if not may_do(colleague, Action.SEE_CASES):
        return Waiting(total=0, late=0)
    hours = _hours_before(now)
    cases = waiting_of(colleague).order_by()
    soon = cases.filter(due_at__gte=now, due_at__lt=begin_of(quarter_of(now) + 1))
    kept = by_quarter(*_tallies_of(colleague, since=hours[0], now=now), also={SOON: soon})
    total = sum(n for (what, _), n in kept.items() if what == Figure.WAITING)
    if not total:
        return Waiting(total=0, late=0)
    in_time = sum(n for (what, _), n in kept.items() if what == Figure.DUE)
    aside = list(cases.filter(snoozed_until__gt=now).values_list("opened_at", "due_at"))
    late_aside = sum(due < now for _, due in aside)
    came = Counter({quarter: n for (what, quarter), n in kept.items() if what == Figure.CAME})
    came.subtract(quarter_of(opened) for opened, _ in aside)
    return Waiting(
        total=total - len(aside),
        late=total - in_time - kept.get((SOON, 0), 0) - late_aside,
        by_hour=[(timezone.localtime(hour), _in_hour(came, hour)) for hour in hours],
    )


def _in_hour(came: Mapping[int, int], hour: datetime) -> int:
    first = quarter_of(hour)
    return sum(came.get(quarter, 0) for quarter in range(first, first + 4))


def _hours_before(now: datetime) -> list[datetime]:
    """When each of the last hours of the organisation's clock began, this one's last, in UTC."""
    this = timezone.localtime(now).replace(minute=0, second=0, microsecond=0).astimezone(UTC)
    return [this - timedelta(hours=back) for back in reversed(range(HOURS))]


def _tallies_of(colleague: Colleague, *, since: datetime, now: datetime) -> list[QuerySet[Tally]]:
    """Few rows of each figure, however much waits and however long it has."""
    mine = Tally.objects.all()
    if not may_do(colleague, Action.REASSIGN_CASES):
        mine = mine.filter(team__in=[0, *own_teams(colleague)])
    return [
        mine.filter(what=Figure.WAITING),
        mine.filter(what=Figure.CAME, quarter__gte=quarter_of(since)),
        mine.filter(what=Figure.DUE, quarter__gt=quarter_of(now)),
    ]


def done_since(since: datetime) -> Done:
    """What AI did, and what people made of it, from the quarter of an hour on that this is in."""
    figures = (Figure.ROUTED, Figure.SORTED, Figure.DRAFTED, Figure.JUDGED)
    found = happened_since(since, figures)
    return Done(
        routes={kind: n for (what, kind), n in found.items() if what == Figure.ROUTED},
        sorted_alone=found.get((Figure.SORTED, ""), 0),
        drafts=found.get((Figure.DRAFTED, ""), 0),
        verdicts={kind: n for (what, kind), n in found.items() if what == Figure.JUDGED},
    )


def alarms(colleague: Colleague) -> Alarms:
    """Standing stops, where AI lost ground and nobody has said that they know, and for those who
    bring in messages how many of our own jobs failed."""
    falls = falls_to_note()
    if not may_do(colleague, Action.IMPORT_MESSAGES):
        return Alarms(stops=standing_stops(), falls=falls, failed=None)
    ours = str(colleague.organisation.public_id)
    failed = sum(job.organisation == ours for job in jobs.failed())
    return Alarms(stops=standing_stops(), falls=falls, failed=failed)


def nothing_yet() -> bool:
    """Whether no case ever came in."""
    return not Case.objects.exists()
