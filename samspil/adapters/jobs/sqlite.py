"""Put a job in the queue through the connection Django already has open on the SQLite file."""

from functools import cache
from typing import Any

import sqlalchemy
from dbos import DBOSClient, EnqueueOptions, WorkflowSerializationFormat
from django.db import connection
from sqlalchemy.pool import NullPool

from samspil.adapters.jobs.listing import APPLICATION, QUEUE, VERSION, WORKFLOW


class Borrowed:
    """Django's connection as SQLAlchemy may use it: how it ends and what it is set to stay ours."""

    def __init__(self, lent: Any) -> None:
        self._lent = lent

    def __getattr__(self, name: str) -> Any:
        return getattr(self._lent, name)

    def commit(self) -> None:
        """Only Django commits."""

    def rollback(self) -> None:
        """Only Django rolls back."""

    def close(self) -> None:
        """Only Django closes."""

    def create_function(self, *_: Any, **__: Any) -> None:
        """Django's own functions stay in place."""


def put(name: str, payload: dict[str, Any], *, priority: int) -> None:
    """Insert the job; it exists once Django commits."""
    options: EnqueueOptions = {
        "workflow_name": WORKFLOW,
        "queue_name": QUEUE,
        "app_version": VERSION,
        "priority": priority,
        "serialization_type": WorkflowSerializationFormat.PORTABLE,
    }
    with _engine().connect() as borrowed:
        _client().enqueue_in_transaction(borrowed, options, name, payload)


@cache
def _engine() -> sqlalchemy.Engine:
    return sqlalchemy.create_engine(
        "sqlite://", creator=lambda: Borrowed(connection.connection), poolclass=NullPool
    )


@cache
def _client() -> DBOSClient:
    return DBOSClient(system_database_engine=_engine(), application_name=APPLICATION, lazy=True)
