"""Which uses of AI are to be reviewed, what the record says of them, and what was found before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F, Max, QuerySet
from django.utils import timezone

from samspil.core.ai_act.built import Built
from samspil.core.ai_act.duties import Done
from samspil.core.ai_reviews import Conclusion, Due, Fact, Trigger, due
from samspil.core.figures import Figures
from samspil.core.organisation_models.contract import Route
from samspil.governance.models import ModelServer
from samspil.governance.queries import tool_rows
from samspil.people.models import Colleague
from samspil.teaching.models import Version
from samspil.tenancy.queries import current
from samspil.trust.models import Finding, Incident, Review
from samspil.trust.queries.overseeing import MOST_EVENTS, events_since, figures_between
from samspil.trust.queries.uses import law, things
from samspil.uses.queries import Standing, Thing, standing_at
from samspil.work.models import AutonomyMove, Process, Stop

LOOKED_BACK = timedelta(days=365)
"""What happened longer ago brings no review forward."""
Happened = Mapping[str, Sequence[tuple[Trigger, datetime]]]
"""What happened in a use, by the id of what it is a use in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A use with the day by which it is reviewed, and since when the record is looked at."""

    thing: Thing
    due: Due
    since: datetime
    last: Review | None

    def late(self, *, on: date) -> bool:
        """Whether that day has passed."""
        return self.due.on < on


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One fact of the record: `n`, of `of` where it is a part; None is "fewer than five"."""

    fact: Fact
    n: int | None
    of: int | None = None
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the record says of a use: figures, and sentences about what happened, newest first."""

    said: Sequence[Said]
    events: Sequence[str]


def waiting_reviews(*, now: datetime) -> list[Waiting]:
    """Every use that goes on, by the day it is due; a fixed number of statements."""
    begun, last, happened = _begun(), _last(), _happened(now - LOOKED_BACK)
    home = current().created_at
    stopped = {str(one) for one in _stopped().values_list("process__public_id", flat=True)}
    found = [
        _waiting(one, begun=begun.get(one.thing, home), last=last.get(one.thing), happened=happened)
        for one in things()
    ]
    going = [one for one in found if not (_ended(one.last) and one.thing.thing in stopped)]
    return sorted(going, key=lambda one: (one.due.on, one.thing.name))


def late_reviews(*, now: datetime) -> list[Waiting]:
    """Uses whose day has passed."""
    today = timezone.localdate(now)
    return [one for one in waiting_reviews(now=now) if one.late(on=today)]


def waiting_review(public_id: UUID, *, now: datetime) -> Waiting | None:
    """That of one use; None where it is none, or has ended."""
    found = (one for one in waiting_reviews(now=now) if one.thing.thing == str(public_id))
    return next(found, None)


def evidence_of(waiting: Waiting, *, now: datetime) -> Evidence:
    """What the record says of a use since it was last reviewed."""
    on = timezone.localdate(now)
    said: list[Said] = []
    events: list[str] = []
    if waiting.thing.kind is Built.PROCESS:
        process = Process.objects.get(public_id=waiting.thing.thing)
        figures = figures_between([process], waiting.since, now, now=now)
        said = [*_in_process(process, figures[process.pk])]
        said.append(Said(fact=Fact.VERSIONS, n=_versions(process, waiting.since)))
        events = [words for _at, words in events_since(waiting.since)[process.pk]][:MOST_EVENTS]
    said.append(Said(fact=Fact.INCIDENTS, n=_incidents(waiting.thing, waiting.since)))
    said += _of_use(standing_at(waiting.thing, on=on), on=on)
    return Evidence(said=said, events=events)


def reviews() -> QuerySet[Review]:
    """Every review, the newest first."""
    return Review.objects.select_related("by").order_by("-at", "-pk")


def review_at(public_id: UUID) -> Review:
    """One review; raises `Review.DoesNotExist`."""
    return reviews().get(public_id=public_id)


def kept_evidence(review: Review) -> Evidence:
    """What the record said when it was reviewed."""
    said = [
        Said(fact=Fact(one["fact"]), n=one["n"], of=one["of"], part=one["part"])
        for one in review.facts
    ]
    return Evidence(said=said, events=review.events)


def finding_at(public_id: UUID) -> Finding:
    """One finding; raises `Finding.DoesNotExist`."""
    return Finding.objects.select_related("review", "owner").get(public_id=public_id)


def open_findings() -> QuerySet[Finding]:
    """What was found and is not done, the first due first."""
    found = Finding.objects.filter(done_at=None).select_related("review", "owner")
    return found.order_by("due_on", "pk")


def findings_of(colleague: Colleague) -> list[Finding]:
    """What a colleague has to see to."""
    return list(open_findings().filter(owner=colleague))


def _waiting(thing: Thing, *, begun: datetime, last: Review | None, happened: Happened) -> Waiting:
    since = last.at if last else begun
    later = [(why, timezone.localdate(at)) for why, at in happened.get(thing.thing, ())
             if at > since]  # fmt: skip
    if thing.kind is Built.MODEL:
        later += [(why, timezone.localdate(at)) for why, at in happened.get("", ()) if at > since]
    return Waiting(
        thing=thing, due=due(since=timezone.localdate(since), happened=later), since=since,
        last=last,
    )  # fmt: skip


def _begun() -> dict[str, datetime]:
    return {str(key): at for key, at in Process.objects.values_list("public_id", "created_at")}


def _last() -> dict[str, Review]:
    newest = Review.objects.order_by().values("thing").annotate(newest=Max("pk")).values("newest")
    return {one.thing: one for one in Review.objects.filter(pk__in=newest)}


def _ended(last: Review | None) -> bool:
    return last is not None and last.conclusion == Conclusion.END


def _stopped() -> QuerySet[Stop]:
    return Stop.objects.filter(lifted_at=None, process__isnull=False)


def _happened(since: datetime) -> Happened:
    """What brings reviews forward."""
    found = defaultdict[str, list[tuple[Trigger, datetime]]](list)
    for why, rows in _rows(since):
        for key, at in rows:
            found[str(key)].append((why, at))
    for at in ModelServer.objects.filter(added_at__gte=since).values_list("added_at", flat=True):
        found[""].append((Trigger.MODEL, at))
    return found


def _rows(since: datetime) -> Iterator[tuple[Trigger, QuerySet[Stop, tuple[UUID, datetime]]]]:
    stops = Stop.objects.filter(at__gte=since, process__isnull=False)
    yield Trigger.STOP, stops.values_list("process__public_id", "at")
    falls = AutonomyMove.objects.filter(at__gte=since, after__lt=F("before"), by=None)
    yield Trigger.FALL, falls.values_list("process__public_id", "at")  # type: ignore[misc]
    wrong = Incident.objects.filter(noticed_at__gte=since).exclude(thing="")
    yield Trigger.INCIDENT, wrong.values_list("thing", "noticed_at")  # type: ignore[misc]
    taught = Version.objects.filter(at__gte=since, by__isnull=False)
    yield Trigger.MODEL, taught.values_list("process__public_id", "at")  # type: ignore[misc]


def _versions(process: Process, since: datetime) -> int:
    return Version.objects.filter(process=process, at__gte=since).count()


def _incidents(thing: Thing, since: datetime) -> int:
    return Incident.objects.filter(thing=thing.thing, noticed_at__gte=since).count()


def _in_process(process: Process, figures: Figures) -> Iterator[Said]:
    yield Said(fact=Fact.CASES, n=figures.cases)
    for fact in (Fact.ALONE, Fact.TOGETHER, Fact.PERSON):
        yield Said(fact=fact, n=figures.routes[Route(fact.value)])
    yield Said(fact=Fact.DECIDED, n=figures.decided)
    other = None
    if figures.decided is not None and figures.agreed is not None:
        other = figures.decided - figures.agreed
    yield Said(fact=Fact.OVERTURNED, n=other, of=figures.decided, part=True)
    yield Said(fact=Fact.CHECKED, n=figures.checked)
    yield Said(fact=Fact.WRONG, n=figures.wrong, of=figures.checked, part=True)
    yield Said(fact=Fact.CONTESTED, n=figures.contested)
    yield Said(fact=Fact.CHANGED, n=figures.changed, of=figures.contested, part=True)


def _of_use(standing: Standing, *, on: date) -> Iterator[Said]:
    yield Said(fact=Fact.OVERSEERS, n=len(standing.overseers))
    yield Said(fact=Fact.UNTRAINED, n=sum(one.training is None for one in standing.overseers))
    yield Said(fact=Fact.DUTIES, n=sum(one.done is Done.NOT_YET for one in standing.owed))
    yield Said(fact=Fact.TOOLS, n=sum(one.soon for one in tool_rows(today=on)))
    yield Said(fact=Fact.LAW, n=sum(one.due for one in law(on=on)))
