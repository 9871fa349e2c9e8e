"""What waits in the queue and what went wrong; reads the engine's tables through Django."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import DatabaseError, connection

from samspil.adapters.jobs.listing import QUEUE, WORKFLOW

# The lists of states are those of the engine's indexes, so that neither reads what is done.
COUNT = """
SELECT (SELECT count(*) FROM {schema}workflow_status
        WHERE queue_name = %s AND status IN ('ENQUEUED', 'PENDING'))
     + (SELECT count(*) FROM {schema}workflow_status
        WHERE queue_name = %s AND status = 'DELAYED')
"""
FAILED = """
SELECT job.workflow_uuid, given.inputs, came.error, job.updated_at
FROM {schema}workflow_status AS job
JOIN {schema}workflow_input AS given ON given.workflow_uuid = job.workflow_uuid
LEFT JOIN {schema}workflow_output AS came ON came.workflow_uuid = job.workflow_uuid
WHERE job.name = %s
  AND job.status IN ('ERROR', 'CANCELLED', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED')
ORDER BY job.updated_at, job.workflow_uuid
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedJob:
    """A job that was given up; `why` is the last error, for an operator's eyes.

    `organisation` is the id that its payload names, empty where it names none.
    """

    id: str
    name: str
    organisation: str
    why: str
    failed_at: datetime


class NotPrepared(Exception):
    """The tables of the queue are missing."""


def waiting() -> int:
    """Jobs not finished: waiting, running, or pausing before another try."""
    with connection.cursor() as cursor:
        cursor.execute(on_the_queue(COUNT), [QUEUE, QUEUE])
        row: tuple[int] = cursor.fetchone()
    return row[0]


def check_prepared() -> None:
    """Raise `NotPrepared` where `prepare` has never run."""
    try:
        waiting()
    except DatabaseError as why:
        raise NotPrepared("The queue for background jobs has no tables yet.") from why


def failed() -> list[FailedJob]:
    """Jobs that were given up, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(on_the_queue(FAILED), [WORKFLOW])  # some are off the queue
        return [_failed_job(*row) for row in cursor.fetchall()]


def _failed_job(job_id: str, inputs: str, error: str | None, updated_ms: int) -> FailedJob:
    name, payload = json.loads(inputs)["positionalArgs"][:2]
    return FailedJob(
        id=job_id,
        name=name,
        organisation=str(payload.get("organisation", "")),
        why=json.loads(error)["message"] if error else "The worker died every time.",
        failed_at=datetime.fromtimestamp(updated_ms / 1000, UTC),
    )


def on_the_queue(statement: str) -> str:
    """The statement with the engine's tables named as this database names them."""
    return statement.format(schema="" if connection.vendor == "sqlite" else "dbos.")
