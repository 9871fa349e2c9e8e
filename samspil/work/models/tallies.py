"""Counts that are kept rather than counted."""

from django.db import models
from django.db.models import Q

from samspil.tenancy.models import TenantManager, TenantModel


class Figure(models.TextChoices):
    """What is counted; `work/tallying.py` says how."""

    WAITING = "waiting"
    CAME = "came"
    DUE = "due"
    ROUTED = "routed"
    SORTED = "sorted"
    DRAFTED = "drafted"
    JUDGED = "judged"


class Tally(TenantModel):
    """How many there are of one figure in one quarter of an hour; the database writes it itself.

    `quarter` counts quarters of an hour since 1970; it is 0 where the figure has no time. `team`
    is a primary key, 0 for none, and `kind` a route or verdict, where the figure tells them
    apart. Only the sum of all rows alike means anything: on PostgreSQL each statement adds rows
    that are not `folded` yet.
    """

    what = models.CharField(max_length=8, choices=Figure.choices)
    quarter = models.BigIntegerField()
    team = models.BigIntegerField(default=0)
    kind = models.CharField(max_length=10, blank=True)
    n = models.IntegerField()
    folded = models.BooleanField(default=True)

    objects: TenantManager["Tally"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "what", "quarter", "team", "kind"],
                condition=Q(folded=True),
                name="tally_folded_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "what", "quarter", "team", "kind", "n"], name="tally_read"
            ),
            models.Index(fields=["organisation"], condition=Q(folded=False), name="tally_to_fold"),
        ]

    def __str__(self) -> str:
        return f"{self.n} {self.what} {self.kind}"
