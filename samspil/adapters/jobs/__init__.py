"""The only door to background work: put a job in the queue, work on it, see how it went.

A web process imports no engine: DBOS takes half a second to load and is loaded on first need.
"""

import threading

from samspil.adapters.jobs.listing import UnknownJob
from samspil.adapters.jobs.queueing import JobValue, OutsideTransaction, enqueue
from samspil.adapters.jobs.slots import SlotTaken
from samspil.adapters.jobs.state import FailedJob, NotPrepared, check_prepared, failed, waiting

__all__ = [
    "FailedJob",
    "JobValue",
    "NotPrepared",
    "OutsideTransaction",
    "SlotTaken",
    "UnknownJob",
    "check_prepared",
    "enqueue",
    "failed",
    "prepare",
    "waiting",
    "work",
]


def prepare() -> None:
    """Create or update the tables of the queue; as the owner of the database on PostgreSQL."""
    from samspil.adapters.jobs import engine

    engine.prepare()


def work(slot: int, stop: threading.Event) -> bool:
    """Work on jobs as `worker-<slot>` until `stop` is set; True when no job was left unfinished.

    Raises `SlotTaken` when another live process has the slot. One call at a time in a process.
    """
    from samspil.adapters.jobs import worker

    return worker.work(slot, stop)
