"""What is measured of an initiative at work, for its stop conditions."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Count, F, Q

from samspil.core.pipeline.stopping import Condition, Measure, Reading, of_minutes, of_share
from samspil.core.shares import Share
from samspil.pipeline.models import Initiative
from samspil.work.models import Case, Complaint, LoneAnswer, Process, VerifiedAnswer

MOST = 5_000
"""The latest cases whose waiting is looked at."""
MINUTE_S = 60


def conditions_of(initiative: Initiative) -> list[Condition]:
    """What stops it."""
    return [
        Condition(measure=Measure(one.measure), limit=one.limit)
        for one in sorted(initiative.stops.all(), key=lambda one: one.pk)
    ]


def readings_of(initiative: Initiative) -> Mapping[Measure, Reading]:
    """What is measured since AI began to work by it; nothing where it does not. Five statements."""
    process, since = initiative.process, initiative.live_at
    if process is None or since is None:
        return {}
    shares = {
        Measure.ERRORS: _errors(process, since),
        Measure.AGREEMENT: _agreement(process, since),
        Measure.COMPLAINTS: _complaints(process, since),
    }
    waiting = of_minutes(Measure.WAITING, _waiting(process, since))
    return {
        **{one: of_share(one, share) for one, share in shares.items()},
        waiting.measure: waiting,
    }


def _errors(process: Process, since: datetime) -> Share:
    checked = LoneAnswer.objects.filter(process=process, checked_at__gte=since, case__planted=None)
    found = checked.aggregate(n=Count("pk"), hits=Count("pk", filter=Q(wrong=True)))
    return Share(hits=found["hits"], n=found["n"])


def _agreement(process: Process, since: datetime) -> Share:
    made = VerifiedAnswer.objects.filter(process=process, at__gte=since)
    found = made.aggregate(n=Count("pk"), hits=Count("pk", filter=Q(wrong=False)))
    return Share(hits=found["hits"], n=found["n"])


def _complaints(process: Process, since: datetime) -> Share:
    closed = Case.objects.filter(process=process, closed_at__gte=since).count()
    contested = Complaint.objects.filter(case__process=process, at__gte=since)
    hits = contested.values("case").distinct().count()
    return Share(hits=min(hits, closed), n=closed)


def _waiting(process: Process, since: datetime) -> list[float]:
    """Minutes until the first answer, of cases that came since."""
    came = Case.objects.filter(
        process=process, opened_at__gte=since, first_response_at__gte=F("opened_at")
    )
    rows = came.order_by("-pk").values_list("opened_at", "first_response_at")[:MOST]
    return [(answered - opened).total_seconds() / MINUTE_S for opened, answered in rows if answered]
