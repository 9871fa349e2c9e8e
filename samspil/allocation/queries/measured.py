"""What cases of live processes show of the tasks that are linked to them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Count, Max, Q

from samspil.audit.models import Task
from samspil.core.allocation.reasons import Measured
from samspil.measures.queries import OfMonth, last_month_of
from samspil.work.models import ProcessAutonomy, Topic, VerifiedAnswer

Live = Mapping[tuple[int, str], Measured]


def measured_of() -> Live:
    """What is measured, by process and topic (empty: all of a process), in four statements.

    Of the version that answered last; what it shows of a process with a floor in it is that of all
    other topics.
    """
    newest = VerifiedAnswer.objects.values("process").annotate(newest=Max("pk"))
    versions = dict(
        VerifiedAnswer.objects.filter(pk__in=[one["newest"] for one in newest]).values_list(
            "process_id", "version"
        )
    )
    counts = VerifiedAnswer.objects.filter(proves=True).values("process_id", "version", "topic")
    rows = counts.annotate(n=Count("pk"), bad=Count("pk", filter=Q(wrong=True)))
    floors = set(Topic.objects.exclude(floor="").values_list("process_id", "key"))
    certified = _certified()
    found: dict[tuple[int, str], tuple[int, int]] = {}
    for row in rows:
        process = row["process_id"]
        if row["version"] != versions.get(process):
            continue
        for topic in {row["topic"], ""}:
            n, bad = found.get((process, topic), (0, 0))
            found[process, topic] = n + row["n"], bad + row["bad"]
    keys = {*found, *floors, *certified}
    return {
        key: Measured(
            verified=found.get(key, (0, 0))[0],
            wrong=found.get(key, (0, 0))[1],
            certified=key in certified,
            floor=key in floors,
        )
        for key in keys
    }


def months_of(tasks: Iterable[Task], *, now: datetime) -> Mapping[tuple[int, str], OfMonth]:
    """What the cases of their processes and topics took in the last month that is over."""
    linked = sorted({task.process_id for task in tasks if task.process_id})
    return last_month_of(linked, now=now) if linked else {}


def _certified() -> set[tuple[int, str]]:
    """Processes and topics of which a signed certificate lets AI finish some alone now."""
    signed = ProcessAutonomy.objects.filter(certificate__ended_at=None, certificate__isnull=False)
    rows = signed.filter(level__gt=1).values_list("process_id", "certificate__topics")
    return {(process, topic) for process, topics in rows for topic, _language in topics}
