"""One live process for each worker slot: a lock on the machine, a heartbeat between machines."""

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from samspil.adapters.models import Heartbeat

BEAT_S = 5.0
SILENT_AFTER = timedelta(seconds=30)


class SlotTaken(Exception):
    """Another live process works in this slot; two would run the same jobs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """This process in its slot."""

    slot: str
    host: str
    pid: int


@contextmanager
def hold(number: int) -> Iterator[Holder]:
    """Have the slot `worker-<number>` for this process alone; raises `SlotTaken`."""
    slot = f"worker-{number}"
    held = Holder(slot=slot, host=socket.gethostname(), pid=os.getpid())
    with _locked(settings.SAMSPIL_HOME / "workers" / f"{slot}.lock", slot):
        _take(held)
        try:
            yield held
        finally:
            _mine(held).delete()


def beat(held: Holder) -> None:
    """Say that the holder lives; raises `SlotTaken` when it was silent and lost its slot."""
    if not _mine(held).update(beat_at=Now()):
        raise SlotTaken(f"{held.slot} was silent for too long and another process has it now.")


def live_slots() -> set[str]:
    """Slots whose process gave a sign of life within `SILENT_AFTER`."""
    fresh = Heartbeat.objects.filter(beat_at__gt=Now() - SILENT_AFTER)
    return set(fresh.values_list("slot", flat=True))


@contextmanager
def _locked(path: Path, slot: str) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SlotTaken(f"{slot} is already at work on this machine.") from None
        yield


@transaction.atomic
def _take(held: Holder) -> None:
    there = Heartbeat.objects.select_for_update().filter(slot=held.slot).first()
    if there is None:
        Heartbeat.objects.create(slot=held.slot, host=held.host, pid=held.pid, beat_at=Now())
        return
    if held.slot in live_slots() and not _is_dead(there, held):
        raise SlotTaken(f"{held.slot} is already at work on {there.host} (process {there.pid}).")
    Heartbeat.objects.filter(pk=there.pk).update(host=held.host, pid=held.pid, beat_at=Now())


def _is_dead(there: Heartbeat, held: Holder) -> bool:
    """True only when it was on this machine and is gone, so that a restart need not wait."""
    if there.host != held.host:
        return False
    return there.pid == held.pid or not Path(f"/proc/{there.pid}").exists()


def _mine(held: Holder) -> QuerySet[Heartbeat]:
    return Heartbeat.objects.filter(slot=held.slot, host=held.host, pid=held.pid)
