"""Which worker slots are alive, when periodic jobs ran: the installation's, no organisation's."""

from datetime import UTC, datetime

from django.db import models

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Heartbeat(models.Model):
    """The process that holds a worker slot, and when it last said so (by the database's clock)."""

    slot = models.CharField(max_length=40, unique=True)
    host = models.CharField(max_length=255)
    pid = models.PositiveIntegerField()
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.slot} on {self.host}"


class Round(models.Model):
    """When a periodic job was last enqueued (by the database's clock)."""

    name = models.CharField(max_length=60, unique=True)
    began_at = models.DateTimeField(default=LONG_AGO)

    def __str__(self) -> str:
        return f"{self.name} at {self.began_at}"
