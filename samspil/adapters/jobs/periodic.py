"""Jobs that come round by themselves: each is enqueued once, however many workers look."""

from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now
from django.utils.module_loading import import_string

from samspil.adapters.jobs.listing import handler
from samspil.adapters.jobs.queueing import enqueue
from samspil.adapters.models import Round


def periodic() -> Mapping[str, timedelta]:
    """The jobs that come round by themselves, each with the time between two rounds.

    Raises `UnknownJob` where one has no handler.
    """
    path = getattr(settings, "PERIODIC_JOBS", "")
    listed: Mapping[str, timedelta] = import_string(path) if path else {}
    for name in listed:
        handler(name)
    return listed


def enqueue_due() -> list[str]:
    """Enqueue the jobs whose time has come, by the database's clock; returns their names.

    One conditional update says whose round it is, in the transaction that enqueues: two workers
    never both do, and where one dies in between the next does.
    """
    listed = periodic()
    known = dict(Round.objects.filter(name__in=listed).values_list("name", "pk"))
    Round.objects.bulk_create(
        (Round(name=name) for name in listed if name not in known), ignore_conflicts=True
    )
    return [name for name, pause in listed.items() if _is_due(name, pause) and _begin(name, pause)]


def _is_due(name: str, pause: timedelta) -> bool:
    """Asked before writing, so that a look costs no lock."""
    return Round.objects.filter(name=name, began_at__lte=Now() - pause).exists()


@transaction.atomic
def _begin(name: str, pause: timedelta) -> bool:
    due = Round.objects.filter(name=name, began_at__lte=Now() - pause)
    if not due.update(began_at=Now()):
        return False
    enqueue(name, {})
    return True
