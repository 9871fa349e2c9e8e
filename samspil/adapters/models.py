"""Which worker slots are alive; belongs to the installation, not to an organisation."""

from django.db import models


class Heartbeat(models.Model):
    """The process that holds a worker slot, and when it last said so (by the database's clock)."""

    slot = models.CharField(max_length=40, unique=True)
    host = models.CharField(max_length=255)
    pid = models.PositiveIntegerField()
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.slot} on {self.host}"
