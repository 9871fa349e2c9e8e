"""What is measured, as OpenMetrics text: numbers of things, never of whom."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

from django.db.models import Count, Min
from django.utils import timezone

from samspil.adapters import jobs
from samspil.adapters.jobs.slots import live_slots
from samspil.config.backup import last_backup
from samspil.config.monitoring.tally import BOUNDS_S, Counted
from samspil.core.lifecycle import Stage
from samspil.tenancy.actions import enter
from samspil.tenancy.queries import every_organisation
from samspil.work.models import Case

CONTENT_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8"


def measures(counted: Counted) -> str:
    """Everything there is to tell; the database is asked twice for each organisation."""
    return "\n".join([*_work(), *_background(), *_requests(counted), "# EOF"]) + "\n"


def _work() -> Iterator[str]:
    cases, oldest, now = Counter(dict.fromkeys(Stage, 0)), None, timezone.now()
    for organisation in every_organisation():
        with enter(organisation):
            by_stage = Case.objects.order_by().values_list("stage").annotate(Count("pk"))
            cases.update({Stage(stage): count for stage, count in by_stage})
            arrived = Case.objects.filter(stage=Stage.ARRIVED)
            since = arrived.aggregate(Min("opened_at"))["opened_at__min"]
        oldest = min(filter(None, (oldest, since)), default=None)
    yield from _family("samspil_cases", "gauge", "Cases by stage.")
    yield from (f'samspil_cases{{stage="{stage}"}} {cases[stage]}' for stage in Stage)
    age_s = max(0.0, (now - oldest).total_seconds()) if oldest else 0.0
    name = "samspil_oldest_unrouted_case_age_seconds"
    yield from _family(name, "gauge", "Age of the oldest case that AI has not looked at, or 0.")
    yield f"{name} {age_s:.0f}"


def _background() -> Iterator[str]:
    yield from _family("samspil_jobs", "gauge", "Background jobs that wait, and those given up.")
    yield f'samspil_jobs{{state="waiting"}} {jobs.waiting()}'
    yield f'samspil_jobs{{state="failed"}} {len(jobs.failed())}'
    yield from _family("samspil_workers_alive", "gauge", "Workers that gave a sign of life.")
    yield f"samspil_workers_alive {len(live_slots())}"
    noted = last_backup()
    if noted is not None:
        name = "samspil_last_backup_timestamp_seconds"
        yield from _family(name, "gauge", "When the last backup was taken.")
        yield f"{name} {noted.timestamp():.0f}"


def _requests(counted: Counted) -> Iterator[str]:
    yield from _family("samspil_requests", "counter", "Requests answered on this machine.")
    for status, count in counted.statuses.items():
        yield f'samspil_requests_total{{status="{status}"}} {count}'
    name = "samspil_request_duration_seconds"
    yield from _family(name, "histogram", "How long answering took.")
    so_far = list(accumulate(counted.buckets))
    for bound, count in zip((*map(str, BOUNDS_S), "+Inf"), so_far, strict=True):
        yield f'{name}_bucket{{le="{bound}"}} {count}'
    yield f"{name}_count {so_far[-1]}"
    yield f"{name}_sum {counted.seconds:.6f}"


def _family(name: str, kind: str, said: str) -> Iterable[str]:
    unit = (f"# UNIT {name} seconds",) if name.endswith("_seconds") else ()
    return (f"# TYPE {name} {kind}", *unit, f"# HELP {name} {said}")
