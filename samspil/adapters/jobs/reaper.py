"""What a living worker does for the others: resume the jobs of the silent, forget old ones."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from dbos import DBOS
from dbos._recovery import recover_pending_workflows  # resumes only what the silent still hold
from django.db import connection
from django.db.models.functions import Now

from samspil.adapters.jobs.listing import QUEUE, WORKFLOW
from samspil.adapters.jobs.slots import live_slots
from samspil.adapters.jobs.state import on_the_queue
from samspil.adapters.models import Heartbeat

KEEP_DONE = timedelta(days=7)
KEEP_FAILED = timedelta(days=90)
KEEP_SLOT = timedelta(days=1)
PORTION = 500

HOLDERS = """
SELECT DISTINCT executor_id FROM {schema}workflow_status
WHERE queue_name = %s AND status = 'PENDING' AND executor_id IS NOT NULL
"""


def resume_silent(engine: DBOS) -> None:
    """Put the jobs that no living worker holds back in the queue."""
    with connection.cursor() as cursor:
        cursor.execute(on_the_queue(HOLDERS), [QUEUE])
        holders = {row[0] for row in cursor.fetchall()}
    silent = sorted(holders - live_slots())
    if silent:
        recover_pending_workflows(engine, silent)


def forget_slots() -> None:
    """Delete the heartbeats of slots nobody uses any more."""
    Heartbeat.objects.filter(beat_at__lt=Now() - KEEP_SLOT).delete()


def forget_jobs(*, at: datetime) -> None:
    """Delete what finished long ago, in portions."""
    for ids in _finished(["SUCCESS"], before=at - KEEP_DONE):
        DBOS.delete_workflows(ids)
    for ids in _finished(["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"], before=at - KEEP_FAILED):
        DBOS.delete_workflows(ids)


def _finished(states: list[str], *, before: datetime) -> Iterator[list[str]]:
    while ids := [
        job.workflow_id
        for job in DBOS.list_workflows(
            name=WORKFLOW,
            status=states,
            completed_before=before.astimezone(UTC).isoformat(),
            limit=PORTION,
            load_input=False,
            load_output=False,
        )
    ]:
        yield ids
