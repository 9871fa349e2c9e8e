"""What happened: append-only, each entry sealed onto the one before."""

from django.db import models

from samspil.tenancy.models import TenantManager, TenantModel


class Entry(TenantModel):
    """One thing that happened. Names and texts of people never stand here, only ids.

    `sequence` counts from 1 without gaps in each organisation. `facts` is canonical JSON.
    `seal` covers all fields and the seal before, under a key kept outside the database.
    """

    sequence = models.BigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=36)
    actor_kind = models.CharField(max_length=6)
    event = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=36)
    facts = models.TextField(default="{}")
    seal = models.CharField(max_length=64)

    objects: TenantManager["Entry"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "sequence"], name="entry_sequence_once"
            ),
            models.CheckConstraint(
                name="entry_sequence_counts_from_one", condition=models.Q(sequence__gte=1)
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "subject", "sequence"], name="entry_by_subject"),
            models.Index(fields=["organisation", "event", "sequence"], name="entry_by_event"),
            models.Index(fields=["organisation", "actor", "sequence"], name="entry_by_actor"),
            models.Index(fields=["organisation", "at"], name="entry_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.event}"


class Head(TenantModel):
    """Where the organisation's chain ends: locked once per batch of new entries."""

    sequence = models.BigIntegerField(default=0)
    seal = models.CharField(max_length=64, default="", blank=True)

    objects: TenantManager["Head"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="head_once_per_organisation")
        ]

    def __str__(self) -> str:
        return f"up to {self.sequence}"
