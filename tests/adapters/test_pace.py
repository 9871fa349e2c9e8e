"""A worker goes on where the engine finds the database locked."""

import logging
from typing import Any, cast

import pytest
from sqlalchemy.exc import OperationalError

from samspil.adapters.jobs import worker
from samspil.adapters.jobs.pace import BUSY_S, Pace


class LockedOnce:
    """A queue that cannot be told its pace the first time, as while others write for long."""

    def __init__(self) -> None:
        self.told: list[float] = []

    def set_polling_interval_sec(self, seconds: float) -> None:
        """Refuse once, then do as told."""
        self.told.append(seconds)
        if len(self.told) == 1:
            raise OperationalError("UPDATE queues", {}, Exception("database is locked"))


@pytest.mark.either
@pytest.mark.django_db
def test_a_locked_database_ends_no_worker(caplog):
    queue = LockedOnce()
    pace = Pace(cast("Any", queue), busy_from=0)

    with caplog.at_level(logging.WARNING):
        worker.look(1, pace, cast("Any", None), cast("Any", None))
        worker.look(1, pace, cast("Any", None), cast("Any", None))

    assert "The database did not answer" in caplog.text
    assert queue.told == [BUSY_S, BUSY_S]
