"""Put a job in the queue as part of the caller's transaction."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from django.db import connection

from samspil.adapters.jobs.listing import APPLICATION, QUEUE, VERSION, WORKFLOW, handler

JobValue: TypeAlias = (
    "bool | int | float | str | Sequence[JobValue] | Mapping[str, JobValue] | None"
)

PUT = """
SELECT dbos.enqueue_workflow(
    workflow_name => %s, queue_name => %s, positional_args => %s::json[],
    app_version => %s, priority => %s, application_name => %s)
"""


class OutsideTransaction(Exception):
    """A job was put in the queue where nothing could be rolled back with it."""


def enqueue(name: str, payload: Mapping[str, JobValue], *, priority: int = 10) -> None:
    """Have the handler listed as `name` run with `payload` once the transaction is committed.

    A lower `priority` (from 1) goes first. Put ids in the payload, never what a person wrote.
    Raises `OutsideTransaction`, `UnknownJob`.
    """
    handler(name)
    if not connection.in_atomic_block:
        raise OutsideTransaction(f"Enqueue {name!r} in the transaction that makes it necessary.")
    if connection.vendor == "sqlite":
        from samspil.adapters.jobs import sqlite  # DBOS takes half a second to import

        sqlite.put(name, dict(payload), priority=priority)
    else:
        _put_on_postgresql(name, payload, priority=priority)


def _put_on_postgresql(name: str, payload: Mapping[str, JobValue], *, priority: int) -> None:
    arguments = [json.dumps(name), json.dumps(dict(payload))]
    with connection.cursor() as cursor:
        cursor.execute(PUT, [WORKFLOW, QUEUE, arguments, VERSION, priority, APPLICATION])
