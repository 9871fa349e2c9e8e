"""What is measured of teams in a rollout, and what stands out in it."""

from django.db import models
from django.db.models import F, Q

from samspil.core.rollouts.alarms import Kind
from samspil.people.models import Colleague
from samspil.rollouts.models.rollout import TeamRollout
from samspil.tenancy.models import TenantManager, TenantModel, choices


class Trend(TenantModel):
    """A share of a team over some weeks, of ten people or more; told once and never changed.

    It holds no person: whoever leaves or is forgotten later changes nothing here, so that nobody is
    found by subtracting.
    """

    place = models.ForeignKey(
        TeamRollout, on_delete=models.CASCADE, related_name="trends", db_index=False
    )
    kind = models.CharField(max_length=10, choices=choices(Kind))
    first = models.DateField()
    last = models.DateField()
    hits = models.PositiveIntegerField()
    n = models.PositiveIntegerField()

    objects: TenantManager["Trend"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["place", "kind", "first"], name="trend_told_once"),
            models.CheckConstraint(
                name="trend_is_of_weeks_in_order",
                condition=Q(last__gt=F("first"), hits__lte=F("n")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.first}"


class Alarm(TenantModel):
    """That something is off in a team's rollout; ends by itself once the figures are as planned.

    `figures` are its numbers as last measured. `noted_by` has looked at it and wrote what is done.
    """

    place = models.ForeignKey(
        TeamRollout, on_delete=models.CASCADE, related_name="alarms", db_index=False
    )
    kind = models.CharField(max_length=10, choices=choices(Kind))
    since = models.DateField()
    figures = models.JSONField(default=dict)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    noted_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=1000, blank=True, default="")

    objects: TenantManager["Alarm"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind"],
                condition=Q(ended_at__isnull=True),
                name="alarm_stands_once_a_kind",
            ),
            models.CheckConstraint(
                name="alarm_is_noted_by_somebody",
                condition=Q(noted_at__isnull=True) | Q(noted_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} in {self.place_id}"
