"""What a minute of looking must save at present in a process, and what it was on earlier days."""

from django.db import models
from django.db.models import Q

from samspil.tenancy.models import TenantManager, TenantModel
from samspil.work.models.processes import Process


class RunningPrice(TenantModel):
    """The running price of people's minutes: `price` is errors that a minute must prevent.

    It is worked out up to `moved_to`, a full hour. It speaks of no single person, and no limit of
    AI's depends on it.
    """

    process = models.OneToOneField(Process, on_delete=models.CASCADE, related_name="running_price")
    price = models.FloatField(default=0.0)
    moved_to = models.DateTimeField()

    objects: TenantManager["RunningPrice"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="running_price_is_not_below_0", condition=Q(price__gte=0))
        ]

    def __str__(self) -> str:
        return f"price of {self.process_id}"


class DayPrice(TenantModel):
    """The price at the end of a day, kept only of days on which enough people decided: what one
    of them worked must not be read from it."""

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    price = models.FloatField()

    objects: TenantManager["DayPrice"] = TenantManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["process", "day"], name="day_price_once_a_day"),
            models.CheckConstraint(name="day_price_is_not_below_0", condition=Q(price__gte=0)),
        ]

    def __str__(self) -> str:
        return f"price of {self.process_id} on {self.day}"
