"""Work on the queue until told to stop, and take over the jobs of workers that fell silent."""

import logging
import threading
from contextvars import copy_context
from datetime import UTC, datetime
from typing import Any

from dbos import DBOS, EnqueueOptions, WorkflowSerializationFormat
from django.conf import settings
from django.db import DatabaseError, close_old_connections
from sqlalchemy.exc import SQLAlchemyError

from samspil.adapters.jobs import engine, periodic, reaper
from samspil.adapters.jobs.listing import QUEUE, VERSION, WORKFLOW, UnknownJob, handler, handlers
from samspil.adapters.jobs.pace import QUIET_S, Pace, Tally
from samspil.adapters.jobs.slots import BEAT_S, Holder, beat, hold

log = logging.getLogger(__name__)

PAUSES_S = (2.0, 15.0, 60.0, 300.0)  # before the second, third, … try
RETRY_PRIORITY = 10  # another try does not push ahead of fresh work
DEATHS = 20  # a job whose worker died this often is given up
GRACE_S = 20  # for running jobs when told to stop; less than it takes to be called silent
TICK_S = 0.5
TICKS_IN_A_BEAT = int(BEAT_S / TICK_S)
TICKS_BETWEEN_CLEANINGS = int(3600 / TICK_S)

tally = Tally()


class JobGivenUp(Exception):
    """The handler failed on every try."""


@DBOS.workflow(name=WORKFLOW, max_recovery_attempts=DEATHS)
def run_job(name: str, payload: dict[str, Any], tries: int = 1) -> None:
    """Call the handler once; when it fails, queue another try after a pause, or give up.

    A pausing job is a row, not a sleeping thread, so it keeps nobody else waiting.
    """
    with tally.one_job():
        try:
            _call(name, payload)
        except UnknownJob as why:
            raise JobGivenUp(str(why)) from why
        except Exception as why:
            log.warning("Job %s failed on try %d", name, tries, exc_info=why)
            if tries > len(pauses_s()):
                raise JobGivenUp(f"{type(why).__name__}: {why}") from why
            _try_again(name, payload, tries=tries)


def pauses_s() -> tuple[float, ...]:
    """Seconds before each further try of a job that failed."""
    return tuple(getattr(settings, "JOB_PAUSES_S", PAUSES_S))


def _call(name: str, payload: dict[str, Any]) -> None:
    close_old_connections()
    try:
        # What the handler sets for itself, such as the organisation, ends with it.
        copy_context().run(handler(name), payload)
    finally:
        close_old_connections()


def _try_again(name: str, payload: dict[str, Any], *, tries: int) -> None:
    first, _, _ = str(DBOS.workflow_id).partition("/")
    options: EnqueueOptions = {
        "workflow_name": WORKFLOW,
        "workflow_id": f"{first}/{tries + 1}",
        "queue_name": QUEUE,
        "app_version": VERSION,
        "priority": RETRY_PRIORITY,
        "delay_seconds": pauses_s()[tries - 1],
        "serialization_type": WorkflowSerializationFormat.PORTABLE,
    }
    DBOS.enqueue_workflow_with_options(options, name, payload, tries + 1)


def work(slot: int, stop: threading.Event) -> bool:
    """See `samspil.adapters.jobs.work`."""
    handlers()  # a list that cannot be imported stops the worker here, not every job
    periodic.periodic()  # nor does a periodic job without a handler
    with hold(slot) as held:
        connections = engine.pool()
        launched = DBOS(config=engine.configuration(held.slot, connections))
        try:
            DBOS.launch()
            _watch(launched, held, stop)
        finally:
            DBOS.destroy(workflow_completion_timeout_sec=GRACE_S)
            connections.dispose()
    return tally.running == 0


def _watch(launched: DBOS, held: Holder, stop: threading.Event) -> None:
    queue = DBOS.register_queue(
        QUEUE,
        worker_concurrency=engine.threads(),
        polling_interval_sec=QUIET_S,
        on_conflict="always_update",
    )
    pace = Pace(queue, busy_from=2 * engine.threads())
    ticks = 0
    while not stop.is_set():
        look(ticks, pace, launched, held)
        ticks += 1
        stop.wait(TICK_S)


def look(ticks: int, pace: Pace, launched: DBOS, held: Holder) -> None:
    """Do what is due at this tick; where the database does not answer, say so and go on.

    It may be back at the next one, and a worker that stays silent is noticed.
    """
    try:
        close_old_connections()
        pace.adapt(tally.ended)
        if ticks % TICKS_IN_A_BEAT == 0:
            beat(held)
            reaper.resume_silent(launched)
            periodic.enqueue_due()
        if ticks % TICKS_BETWEEN_CLEANINGS == 0:
            reaper.forget_slots()
            reaper.forget_jobs(at=datetime.now(UTC))
    except (DatabaseError, SQLAlchemyError) as why:  # Django's own, and the engine's
        log.warning("The database did not answer", exc_info=why)
